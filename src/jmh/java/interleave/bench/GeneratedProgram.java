package interleave.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * A program of some hundred classes of its own, as a compiler or a server is one: most of them have
 * nothing that is traced, though names that might be, a few have locks and monitors.
 */
final class GeneratedProgram {
  static final int CLASSES = 300;
  private static final int METHODS = 8;

  private final Path folder;

  private GeneratedProgram(Path folder) {
    this.folder = folder;
  }

  /** Writes and compiles it. */
  static GeneratedProgram in(Path folder) throws IOException {
    GeneratedProgram program = new GeneratedProgram(folder);
    Files.createDirectories(program.sources());
    Files.createDirectories(program.classes());
    StringBuilder main = new StringBuilder("public class Many {\n");
    main.append("  public static void main(String[] a) {\n    long sum = 0;\n");
    for (int i = 0; i < CLASSES; i++) {
      Files.writeString(program.sources().resolve("Part" + i + ".java"), part(i));
      main.append("    sum += new Part%d().all();\n".formatted(i));
    }
    main.append("    System.out.println(sum);\n  }\n}\n");
    Files.writeString(program.sources().resolve("Many.java"), main);
    List<String> arguments = program.compilation();
    ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
    return program;
  }

  private static String part(int number) {
    StringBuilder part = new StringBuilder("import java.util.*;\n");
    String runnable = number % 10 == 1 ? " implements Runnable" : "";
    part.append("public class Part%d%s {\n".formatted(number, runnable));
    part.append("  final java.util.concurrent.locks.Lock lock =\n");
    part.append("      new java.util.concurrent.locks.ReentrantLock();\n");
    part.append("  private long state = %d;\n".formatted(number));
    part.append("  public void run() { state++; }\n");
    for (int m = 0; m < METHODS; m++) {
      part.append(
          """
            long step%d(List<String> words) {
              Map<String, Integer> counts = new TreeMap<>();
              for (String word : words) {
                counts.merge(word + state %% %d, 1, Integer::sum);
                switch (word.length()) {
                  case 1 -> state ^= word.hashCode();
                  case 2, 3 -> state += counts.size();
                  default -> state = state * 31 + word.charAt(0);
                }
              }
              return counts.values().stream().mapToInt(each -> each * %d).sum();
            }
          """
              .formatted(m, m + 2, m));
    }
    if (number % 10 == 0) {
      part.append("  synchronized void enter() { state++; }\n");
      part.append("  void take() { lock.lock(); try { state++; } finally { lock.unlock(); } }\n");
    } else {
      part.append("  void enter() { state++; }\n  void take() { run(); }\n");
    }
    part.append("  long all() {\n    long sum = 0;\n    for (int i = 0; i < 400; i++) {\n");
    part.append("      enter();\n      take();\n");
    for (int m = 0; m < METHODS; m++) {
      part.append("      sum += step%d(List.of(\"a\", \"bc\", \"def\", \"ghij\"));\n".formatted(m));
    }
    return part.append("    }\n    return sum;\n  }\n}\n").toString();
  }

  private Path sources() {
    return folder.resolve("sources");
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /** What the compiler is to be told to compile it. */
  List<String> compilation() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-d", classes().toString()));
    try (var all = Files.list(sources())) {
      all.map(Path::toString).sorted().forEach(arguments::add);
    }
    return arguments;
  }
}
