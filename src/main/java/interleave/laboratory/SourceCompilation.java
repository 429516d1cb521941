package interleave.laboratory;

import interleave.engine.JavaProgram;
import interleave.engine.StartException;
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file as classes: each run has classes of its own, so there have to be some.
 *
 * @param folder where they are
 * @param mainClass the first class of the file, as the launcher takes it
 */
record SourceCompilation(Path folder, String mainClass) {
  private static final Words WORDS = Words.of("laboratory");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern MISTAKE = Pattern.compile(".*\\.java:\\d+: .*");
  private static final int MOST_MISTAKES = 3;
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:[\\w@]+\\s+)*(?:class|record|enum|interface)\\s+(\\w+)");

  /** What the launcher takes for a source file, and a JVM for none: it and the word behind it. */
  private static final String RELEASE = "--source";

  private static final String PREVIEW = "--enable-preview";

  /** The options of that program's JVM once it is compiled. */
  static List<String> left(List<String> options) {
    List<String> left = new ArrayList<>(options);
    int at = left.indexOf(RELEASE);
    if (at >= 0 && at + 1 < left.size()) {
      left.subList(at, at + 2).clear();
    }
    return left;
  }

  /** Those that its compiler needs, too. */
  private static List<String> taken(List<String> options) {
    List<String> taken = new ArrayList<>();
    int at = options.indexOf(RELEASE);
    if (at >= 0 && at + 1 < options.size()) {
      taken.addAll(options.subList(at, at + 2));
    }
    if (options.contains(PREVIEW)) {
      taken.add(PREVIEW);
    }
    return taken;
  }

  /**
   * Compiles it.
   *
   * @param java what runs it; its compiler stands beside
   * @param temporary the folder of the classes is made there
   */
  static SourceCompilation of(JavaProgram java, Path source, List<Path> classPath, Path temporary)
      throws IOException {
    Path file = java.directory().toAbsolutePath().resolve(source);
    Path folder = Files.createDirectory(temporary.resolve("classes"));
    List<String> command = new ArrayList<>();
    command.add(java.java().resolveSibling(isWindows() ? "javac.exe" : "javac").toString());
    command.addAll(List.of("-g", "-nowarn", "-d", folder.toString()));
    command.addAll(taken(java.call().options()));
    if (!classPath.isEmpty()) {
      List<String> places = classPath.stream().map(Path::toString).toList();
      command.addAll(List.of("-cp", String.join(File.pathSeparator, places)));
    }
    command.add(file.toString());
    Process compiler =
        new ProcessBuilder(command)
            .directory(java.directory().toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    try {
      compiler.getOutputStream().close();
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (compiler.waitFor() != 0) {
        throw new StartException(WORDS.get("not-compiled", file.getFileName(), mistakes(said)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      compiler.destroyForcibly();
    }
    return new SourceCompilation(folder, mainClass(file, folder));
  }

  /** What the compiler has against it, in a line: not the sources and arrows that it draws. */
  static String mistakes(String said) {
    List<String> mistakes = said.lines().filter(MISTAKE.asMatchPredicate()).toList();
    String first = String.join("; ", mistakes.subList(0, Math.min(MOST_MISTAKES, mistakes.size())));
    return mistakes.isEmpty()
        ? String.join(" ", said.strip().lines().map(String::strip).toList())
        : first + (mistakes.size() > MOST_MISTAKES ? "; …" : "");
  }

  private static String mainClass(Path file, Path folder) throws IOException {
    String text = Files.readString(file);
    Matcher named = PACKAGE.matcher(text);
    String prefix = named.find() ? named.group(1) + "." : "";
    Matcher types = TYPE.matcher(text);
    while (types.find()) {
      if (isThere(folder, prefix + types.group(1))) {
        return prefix + types.group(1);
      }
    }
    String whole = String.valueOf(file.getFileName()); // a compact source file has no class
    return whole.substring(0, whole.length() - ".java".length());
  }

  private static boolean isThere(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name.replace('.', '/') + ".class"));
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
