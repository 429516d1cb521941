package interleave.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java program: a main class, a module, a jar or a source file, as the {@code java} launcher
 * takes them.
 *
 * @param name what its process is to be called
 * @param java the {@code java} executable, see {@link Installation#java()}
 * @param watched fields whose reads and writes are recorded
 */
public record JavaProgram(String name, Path java, Code code, Call call, List<String> watched)
    implements Launch {

  /** Where the program's code is. */
  public sealed interface Code {
    /** What stands behind the options on the command line of {@code java}. */
    List<String> words();

    String name();

    /** Whether {@code java} compiles it before it runs. */
    default boolean isSource() {
      return false;
    }

    record Main(List<Path> classPath, String mainClass) implements Code {
      @Override
      public List<String> words() {
        return classPath.isEmpty()
            ? List.of(mainClass)
            : List.of("-cp", joined(classPath), mainClass);
      }

      @Override
      public String name() {
        return mainClass.substring(mainClass.lastIndexOf('.') + 1);
      }
    }

    /**
     * A module's main class; the module path is one of the JVM's options.
     *
     * @param module {@code module/main.Class}, or the module alone where it names its main class
     */
    record Module(List<Path> classPath, String module) implements Code {
      @Override
      public List<String> words() {
        return classPath.isEmpty()
            ? List.of("-m", module)
            : List.of("-cp", joined(classPath), "-m", module);
      }

      @Override
      public String name() {
        return module.substring(Math.max(module.lastIndexOf('/'), module.lastIndexOf('.')) + 1);
      }
    }

    record Jar(Path jar) implements Code {
      @Override
      public List<String> words() {
        return List.of("-jar", jar.toString());
      }

      @Override
      public String name() {
        return jar.getFileName().toString();
      }
    }

    /** A source file that {@code java} compiles in memory. */
    record Source(Path file, List<Path> classPath) implements Code {
      @Override
      public List<String> words() {
        return classPath.isEmpty()
            ? List.of(file.toString())
            : List.of("-cp", joined(classPath), file.toString());
      }

      @Override
      public String name() {
        return file.getFileName().toString();
      }

      @Override
      public boolean isSource() {
        return true;
      }
    }

    /**
     * What a source file says: it lies in the recording's folder while {@code java} compiles it.
     *
     * @param name what the file is called
     */
    record Text(String name, String text) implements Code {
      @Override
      public List<String> words() {
        return List.of(name);
      }

      @Override
      public boolean isSource() {
        return true;
      }

      private List<String> layOut(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return List.of(file.toString());
      }
    }

    private static String joined(List<Path> classPath) {
      return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }

  public JavaProgram {
    watched = List.copyOf(watched);
  }

  /** That code in the current folder, with nothing added. */
  public static JavaProgram of(Path java, Code code, String... arguments) {
    return new JavaProgram(code.name(), java, code, Call.PLAIN, List.of())
        .arguments(List.of(arguments));
  }

  private JavaProgram called(Call other) {
    return new JavaProgram(name, java, code, other, watched);
  }

  public JavaProgram arguments(List<String> arguments) {
    return called(call.arguments(arguments));
  }

  public JavaProgram jvmOptions(List<String> options) {
    return called(call.options(options));
  }

  public JavaProgram in(Path directory) {
    return called(call.in(directory));
  }

  /** It runs in a folder of its own, with these files in it. */
  public JavaProgram beside(Call.Beside files) {
    return called(call.beside(files));
  }

  public JavaProgram environment(Map<String, String> environment) {
    return called(call.environment(environment));
  }

  public JavaProgram watching(List<String> fields) {
    return new JavaProgram(name, java, code, call, fields);
  }

  public JavaProgram named(String other) {
    return new JavaProgram(other, java, code, call, watched);
  }

  @Override
  public Path directory() {
    return call.directory();
  }

  @Override
  public Path directory(Path recording) throws IOException {
    return call.directory(recording);
  }

  @Override
  public Map<String, String> environment() {
    return call.environment();
  }

  @Override
  public List<String> command() {
    return command(code.words());
  }

  @Override
  public List<String> command(Path recording) throws IOException {
    return code instanceof Code.Text text
        ? command(text.layOut(recording.resolve(SOURCE)))
        : command();
  }

  private List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(call.options());
    command.addAll(words);
    command.addAll(call.arguments());
    return command;
  }
}
