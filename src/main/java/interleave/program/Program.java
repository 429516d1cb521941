package interleave.program;

import interleave.engine.Installation;
import interleave.engine.Launch;
import interleave.engine.PythonFinder;
import interleave.engine.StartException;
import interleave.scenario.Parameter;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.PythonCode;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something to run, as it was named on the command line or chosen in the window. */
public sealed interface Program extends RunOrigin {
  /** One for all, since it remembers what it was told. */
  PythonFinder PYTHONS = new PythonFinder();

  /** What it is written in. */
  ProgramLanguage language();

  /** Fields in Java whose reads and writes are recorded, variables in Python. */
  List<String> watched();

  /** The Java that it asks for; empty for the usual one. */
  default Optional<Path> java() {
    return Optional.empty();
  }

  /** Why it cannot be run as it is, as a sentence; empty when it can. */
  default Optional<String> refusal() {
    return Optional.empty();
  }

  /**
   * What the engine starts for it.
   *
   * @throws StartException with a sentence, where there is no such program or nothing that runs it
   */
  default Launch launch(Installation installation) throws StartException {
    return new Launcher(installation, PYTHONS).launch(this);
  }

  /**
   * A scenario of the catalogue; values that are not named have their default.
   *
   * @param language which of its programs it is
   * @param runtime the Python that runs a Python program, a path or a version; the usual one where
   *     it is empty
   * @param fields what is watched of its Java program beside what the scenario itself asks for
   * @param variables what is observed step by step of its Python program
   */
  record Lesson(
      Scenario scenario,
      Map<String, String> values,
      ProgramLanguage language,
      Optional<Path> runtime,
      List<String> fields,
      List<String> variables)
      implements Program {
    public Lesson {
      values = Map.copyOf(values);
      fields = List.copyOf(fields);
      variables = List.copyOf(variables);
    }

    /** In its usual language. */
    public Lesson(Scenario scenario, Map<String, String> values) {
      this(scenario, values, scenario.usual());
    }

    public Lesson(Scenario scenario, Map<String, String> values, ProgramLanguage language) {
      this(scenario, values, language, Optional.empty(), List.of(), List.of());
    }

    public static Lesson of(Scenario scenario) {
      return new Lesson(scenario, Map.of());
    }

    /** The same program with other values. */
    public Lesson with(Map<String, String> others) {
      return new Lesson(scenario, others, language, runtime, fields, variables);
    }

    /**
     * The same lesson in another language, as far as there is a program in it; values that it does
     * not take have their default.
     */
    public Lesson in(ProgramLanguage other) {
      return other == language || !scenario.languages().contains(other)
          ? this
          : new Lesson(scenario, scenario.taken(other, values), other, runtime, fields, variables);
    }

    /**
     * The same lesson as it is by now; values that it does not take any more have their default.
     */
    public Lesson renewed(Scenario newer) {
      ProgramLanguage in = newer.languages().contains(language) ? language : newer.usual();
      return newer.equals(scenario)
          ? this
          : new Lesson(newer, newer.taken(in, values), in, runtime, fields, variables);
    }

    /** The same program, run by that Python if it is one. */
    public Lesson by(Optional<Path> python) {
      return new Lesson(scenario, values, language, python, fields, variables);
    }

    /** The same program, observed step by step or not. */
    public Lesson observing(boolean steps) {
      List<String> observed = steps ? observable() : List.of();
      return new Lesson(scenario, values, language, runtime, fields, observed);
    }

    /** Whether something is observed step by step where it is in Python. */
    public boolean observing() {
      return !variables.isEmpty();
    }

    private List<String> observable() {
      return scenario.python().map(PythonCode::observable).orElse(List.of());
    }

    /** Whether there is something to be observed step by step. */
    public boolean isObservable() {
      return language == ProgramLanguage.PYTHON && !observable().isEmpty();
    }

    @Override
    public List<String> watched() {
      return switch (language) {
        case JAVA -> fields;
        case PYTHON -> variables;
      };
    }

    @Override
    public Optional<String> refusal() {
      return scenario.check(language, values);
    }

    @Override
    public boolean isLike(RunOrigin other) {
      return other instanceof Lesson lesson
          && scenario.id().equals(lesson.scenario.id())
          && language == lesson.language;
    }

    @Override
    public String title() {
      return scenario.title();
    }

    @Override
    public String summary() {
      return scenario.summary(language);
    }

    /** The value a parameter has here. */
    public String value(Parameter parameter) {
      return values.getOrDefault(parameter.name(), parameter.standard());
    }

    /** The value of the parameter of that name; empty where the language has none such. */
    String value(String parameter) {
      return scenario.parameters(language).stream()
          .filter(each -> each.name().equals(parameter))
          .findFirst()
          .map(this::value)
          .orElse("");
    }
  }

  /**
   * A program of the user's own.
   *
   * @param language what it is written in
   * @param target in Java a {@code .jar}, a {@code .java} file, a main class on the class path, or
   *     {@code --module=module/main.Class}; in Python a script, or {@code --module=package}
   * @param classPath folders and jars for a main class or a source file in Java
   * @param options of the JVM or the Python that runs it
   * @param folder where it runs
   * @param watched in Java {@code Class.field} of fields whose reads and writes are recorded; in
   *     Python names of variables that are observed step by step
   * @param environment added to the environment of Interleave
   * @param runtime a JDK or its java executable; in Python an interpreter's path or version; the
   *     usual one where it is empty
   */
  record Own(
      ProgramLanguage language,
      String target,
      List<Path> classPath,
      List<String> options,
      List<String> arguments,
      Path folder,
      List<String> watched,
      Map<String, String> environment,
      Optional<Path> runtime)
      implements Program {
    /** What a target that is a module begins with. */
    public static final String MODULE = "--module=";

    private static final Words WORDS = Words.of("program");

    public Own {
      classPath = List.copyOf(classPath);
      options = List.copyOf(options);
      arguments = List.copyOf(arguments);
      watched = List.copyOf(watched);
      environment = Map.copyOf(environment);
    }

    /** That jar, source file or script, in its own folder, with nothing added. */
    public static Own of(Path file) {
      Path whole = file.toAbsolutePath();
      Path parent = whole.getParent();
      return new Own(
          PythonDetection.isScriptName(whole.toString())
              ? ProgramLanguage.PYTHON
              : ProgramLanguage.JAVA,
          whole.toString(),
          List.of(),
          List.of(),
          List.of(),
          parent == null ? whole : parent,
          List.of(),
          Map.of(),
          Optional.empty());
    }

    /** Whether files of that name are run by themselves. */
    public static boolean isFileName(String name) {
      return isJavaFileName(name) || PythonDetection.isScriptName(name);
    }

    private static boolean isJavaFileName(String name) {
      return name.endsWith(".jar") || name.endsWith(".java");
    }

    @Override
    public Optional<Path> java() {
      return language == ProgramLanguage.JAVA ? runtime : Optional.empty();
    }

    @Override
    public String title() {
      String plain = isModule() ? module() : target;
      return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
    }

    @Override
    public String summary() {
      String words = arguments.isEmpty() ? "" : " " + String.join(" ", arguments);
      return WORDS.get("own", target + words);
    }

    boolean isModule() {
      return target.startsWith(MODULE);
    }

    /** The module that the target is. */
    String module() {
      return target.substring(MODULE.length());
    }

    /** Whether the target is a file or, in Python, a folder that is run. */
    boolean isFile() {
      return switch (language) {
        case JAVA -> isJavaFileName(target);
        case PYTHON -> !isModule();
      };
    }

    /** Whether the target is a source file, which the source pane can show. */
    public boolean isSource() {
      return switch (language) {
        case JAVA -> target.endsWith(".java");
        case PYTHON -> !isModule() && !target.endsWith(".pyz");
      };
    }
  }
}
