package interleave.view.program;

import interleave.program.Program;
import interleave.program.PythonDetection;
import interleave.scenario.ProgramLanguage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was typed into the dialog for a program of the user's own, letter by letter, so that it can
 * be shown, changed and run again.
 *
 * @param target a {@code .jar}, a {@code .java} file or a main class; with a module path a module,
 *     or {@code module/main.Class}; a Python script, or {@code -m package}
 * @param classPath folders and jars parted as on the command line
 * @param options of the JVM or the Python
 * @param folder the working folder, empty for the one of the target
 * @param environment {@code NAME=value} line by line, added to the environment of the window
 * @param watched {@code Class.field} with blanks or commas between them; in Python names of
 *     variables
 * @param java a JDK or its java executable, empty for the usual one
 * @param python an executable, an environment's folder or a version, empty for the usual one
 */
public record ProgramForm(
    String target,
    String classPath,
    String modulePath,
    String options,
    String arguments,
    String folder,
    String environment,
    String watched,
    String java,
    String python) {
  private static final String PACKAGE = "-m ";
  private static final String MODULE_PATH = "-p";

  public static final ProgramForm EMPTY = of(Map.of());

  /** What was typed, by the name of the field; fields that are not named are empty. */
  public static ProgramForm of(Map<String, String> typed) {
    Function<String, String> field = name -> typed.getOrDefault(name, "");
    return new ProgramForm(
        field.apply("program"),
        field.apply("class-path"),
        field.apply("module-path"),
        field.apply("options"),
        field.apply("arguments"),
        field.apply("folder"),
        field.apply("environment"),
        field.apply("watched"),
        field.apply("java"),
        field.apply("python"));
  }

  /** As it would be typed. */
  public static ProgramForm of(Program.Own own) {
    List<String> options = own.options();
    boolean modules = options.size() > 1 && options.getFirst().equals(MODULE_PATH);
    String target = own.target();
    boolean python = own.language() == ProgramLanguage.PYTHON;
    String runtime = own.runtime().map(Path::toString).orElse("");
    return new ProgramForm(
        target.startsWith(Program.Own.MODULE)
            ? (python ? PACKAGE : "") + target.substring(Program.Own.MODULE.length())
            : target,
        joined(own.classPath()),
        modules ? options.get(1) : "",
        Arguments.joined(modules ? options.subList(2, options.size()) : options),
        Arguments.joined(own.arguments()),
        own.folder().toString(),
        own.environment().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .sorted()
            .collect(Collectors.joining("\n")),
        String.join(" ", own.watched()),
        python ? "" : runtime,
        python ? runtime : "");
  }

  /** What was typed, by the name of the field; without the empty ones. */
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("program", target);
    typed.put("class-path", classPath);
    typed.put("module-path", modulePath);
    typed.put("options", options);
    typed.put("arguments", arguments);
    typed.put("folder", folder);
    typed.put("environment", environment);
    typed.put("watched", watched);
    typed.put("java", java);
    typed.put("python", python);
    typed.values().removeIf(String::isBlank);
    return typed;
  }

  /** Why it cannot be run, as a sentence that says what to do; empty when it can. */
  public Optional<String> refusal() {
    return new ProgramCheck(this).refusal();
  }

  /**
   * The program; only when nothing is refused.
   *
   * @throws InvalidPathException when it is not checked before
   */
  public Program.Own program() {
    Path where =
        !folder.isBlank()
            ? Path.of(folder.strip())
            : isFile() ? parent(path()) : Path.of("").toAbsolutePath();
    return isPython() ? script(where) : javaProgram(where);
  }

  private Program.Own script(Path where) {
    return new Program.Own(
        ProgramLanguage.PYTHON,
        isPackage() ? Program.Own.MODULE + packageName() : path().toString(),
        List.of(),
        Arguments.split(options),
        Arguments.split(arguments),
        where,
        fields(),
        variables(),
        python.isBlank() ? Optional.empty() : Optional.of(Path.of(python.strip())));
  }

  private Program.Own javaProgram(Path where) {
    List<String> all = new ArrayList<>();
    if (!modulePath.isBlank()) {
      all.addAll(List.of(MODULE_PATH, joined(paths(modulePath))));
    }
    all.addAll(Arguments.split(options));
    String name = target.strip();
    return new Program.Own(
        ProgramLanguage.JAVA,
        isFile() ? path().toString() : isModule() ? Program.Own.MODULE + name : name,
        paths(classPath),
        all,
        Arguments.split(arguments),
        where,
        fields(),
        variables(),
        java.isBlank() ? Optional.empty() : Optional.of(Path.of(java.strip()).toAbsolutePath()));
  }

  /** The last part of the target: {@code app.jar}, {@code Main}. */
  public String title() {
    String name = target.strip();
    if (isPackage()) {
      return packageName();
    }
    return isFile() || isModule()
        ? name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
        : name.substring(name.lastIndexOf('.') + 1);
  }

  boolean isFile() {
    String name = target.strip();
    return name.endsWith(".jar") || name.endsWith(".java") || (isPython() && !isPackage());
  }

  /**
   * Whether it is Python: a script, {@code -m package}, or whatever there is at a path that is no
   * Java.
   */
  public boolean isPython() {
    String name = target.strip();
    if (isPackage() || PythonDetection.isScriptName(name)) {
      return true;
    }
    boolean java = name.endsWith(".jar") || name.endsWith(".java") || !modulePath.isBlank();
    try {
      return !java && name.indexOf(File.separatorChar) >= 0 && Files.exists(Path.of(name));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  boolean isPackage() {
    return (target.strip() + " ").startsWith(PACKAGE);
  }

  /** What stands behind {@code -m}. */
  String packageName() {
    return target.strip().substring(PACKAGE.length() - 1).strip();
  }

  boolean isModule() {
    return !isFile() && !isPackage() && !modulePath.isBlank();
  }

  Path path() {
    return Path.of(target.strip()).toAbsolutePath().normalize();
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  static List<Path> paths(String typed) {
    return Arrays.stream(typed.split(Pattern.quote(File.pathSeparator), -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .toList();
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  List<String> fields() {
    return Arrays.stream(watched.split("[\\s,]+", -1)).filter(field -> !field.isEmpty()).toList();
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : environment.lines().filter(line -> !line.isBlank()).toList()) {
      int equals = line.indexOf('=');
      variables.put(line.substring(0, equals).strip(), line.substring(equals + 1));
    }
    return variables;
  }
}
