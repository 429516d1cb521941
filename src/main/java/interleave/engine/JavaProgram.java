package interleave.engine;

import java.io.File;
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
 * @param jvmOptions go before the class path, as they are
 */
public record JavaProgram(
    String name,
    Path java,
    Code code,
    List<String> arguments,
    List<String> jvmOptions,
    Path directory,
    Map<String, String> environment,
    List<String> watched)
    implements Launch {

  /** Where the program's code is. */
  public sealed interface Code {
    /** What stands behind the options on the command line of {@code java}. */
    List<String> words();

    String name();

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
    }

    private static String joined(List<Path> classPath) {
      return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }

  public JavaProgram {
    arguments = List.copyOf(arguments);
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
    watched = List.copyOf(watched);
  }

  /** That code in the current folder, with nothing added. */
  public static JavaProgram of(Path java, Code code, String... arguments) {
    return new JavaProgram(
        code.name(), java, code, List.of(arguments), List.of(), Path.of(""), Map.of(), List.of());
  }

  public JavaProgram arguments(List<String> arguments) {
    return new JavaProgram(
        name, java, code, arguments, jvmOptions, directory, environment, watched);
  }

  public JavaProgram jvmOptions(List<String> jvmOptions) {
    return new JavaProgram(
        name, java, code, arguments, jvmOptions, directory, environment, watched);
  }

  public JavaProgram in(Path directory) {
    return new JavaProgram(
        name, java, code, arguments, jvmOptions, directory, environment, watched);
  }

  public JavaProgram environment(Map<String, String> environment) {
    return new JavaProgram(
        name, java, code, arguments, jvmOptions, directory, environment, watched);
  }

  public JavaProgram watching(List<String> watched) {
    return new JavaProgram(
        name, java, code, arguments, jvmOptions, directory, environment, watched);
  }

  public JavaProgram named(String name) {
    return new JavaProgram(
        name, java, code, arguments, jvmOptions, directory, environment, watched);
  }

  @Override
  public List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(jvmOptions);
    command.addAll(code.words());
    command.addAll(arguments);
    return command;
  }
}
