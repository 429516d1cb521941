package interleave.view.session;

import interleave.scenario.Parameter;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be looked at: something to run, or a recording of something that ran. */
public sealed interface Program {
  /** What is said of sessions and programs. */
  Words WORDS = Words.of("view/session");

  /** As in the header. */
  String title();

  /** One line below the title. */
  String summary();

  /**
   * Whether a run of the other is also a run of this, the values of parameters and the interpreter
   * aside.
   */
  default boolean isLike(Program other) {
    return this instanceof Lesson mine && other instanceof Lesson theirs
        ? mine.scenario.id().equals(theirs.scenario.id()) && mine.language == theirs.language
        : equals(other);
  }

  /**
   * A scenario of the catalogue; values that are not named have their default.
   *
   * @param language which of its programs it is
   * @param runtime the Python that runs a Python program, a path or a version; the usual one where
   *     it is empty
   * @param observing whether reads and writes of its variables are observed step by step, in Python
   */
  record Lesson(
      Scenario scenario,
      Map<String, String> values,
      ProgramLanguage language,
      Optional<Path> runtime,
      boolean observing)
      implements Program {
    public Lesson {
      values = Map.copyOf(values);
    }

    /** In its usual language. */
    public Lesson(Scenario scenario, Map<String, String> values) {
      this(scenario, values, scenario.usual());
    }

    public Lesson(Scenario scenario, Map<String, String> values, ProgramLanguage language) {
      this(scenario, values, language, Optional.empty(), false);
    }

    public static Lesson of(Scenario scenario) {
      return new Lesson(scenario, Map.of());
    }

    /** The same program with other values. */
    public Lesson with(Map<String, String> others) {
      return new Lesson(scenario, others, language, runtime, observing);
    }

    /**
     * The same lesson in another language, as far as there is a program in it; values that it does
     * not take have their default.
     */
    public Lesson in(ProgramLanguage other) {
      return other == language || !scenario.languages().contains(other)
          ? this
          : new Lesson(scenario, scenario.taken(other, values), other, runtime, observing);
    }

    /** The same program, run by that Python if it is one. */
    public Lesson by(Optional<Path> python) {
      return new Lesson(scenario, values, language, python, observing);
    }

    /** The same program, observed step by step or not. */
    public Lesson observing(boolean steps) {
      return new Lesson(scenario, values, language, runtime, steps);
    }

    /** Whether there is something to be observed step by step. */
    public boolean isObservable() {
      return language == ProgramLanguage.PYTHON && !scenario.python().observable().isEmpty();
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
   * @param environment added to the environment of the window
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

    public Own {
      classPath = List.copyOf(classPath);
      options = List.copyOf(options);
      arguments = List.copyOf(arguments);
      watched = List.copyOf(watched);
      environment = Map.copyOf(environment);
    }

    public Own(
        String target,
        List<Path> classPath,
        List<String> options,
        List<String> arguments,
        Path folder,
        List<String> watched) {
      this(
          ProgramLanguage.JAVA,
          target,
          classPath,
          options,
          arguments,
          folder,
          watched,
          Map.of(),
          Optional.empty());
    }

    public Own(
        String target,
        List<Path> classPath,
        List<String> arguments,
        Path folder,
        List<String> watched) {
      this(target, classPath, List.of(), arguments, folder, watched);
    }

    @Override
    public String title() {
      String plain = target.startsWith(MODULE) ? target.substring(MODULE.length()) : target;
      return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
    }

    @Override
    public String summary() {
      String words = arguments.isEmpty() ? "" : " " + String.join(" ", arguments);
      return WORDS.get("program.own", target + words);
    }

    /** That jar, source file or script, in its own folder, with nothing added. */
    public static Own of(Path file) {
      Path whole = file.toAbsolutePath();
      Path parent = whole.getParent();
      return new Own(
          isScript(whole.toString()) ? ProgramLanguage.PYTHON : ProgramLanguage.JAVA,
          whole.toString(),
          List.of(),
          List.of(),
          List.of(),
          parent == null ? whole : parent,
          List.of(),
          Map.of(),
          Optional.empty());
    }

    /** Whether a file of that name is Python. */
    public static boolean isScript(String name) {
      return name.endsWith(".py") || name.endsWith(".pyw") || name.endsWith(".pyz");
    }

    /** Whether the target is a source file, which the source pane can show. */
    public boolean isSource() {
      return switch (language) {
        case JAVA -> target.endsWith(".java");
        case PYTHON -> !target.startsWith(MODULE) && !target.endsWith(".pyz");
      };
    }
  }

  /** A recording that was saved. */
  record Saved(Path file) implements Program {
    @Override
    public String title() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public String summary() {
      return WORDS.get("program.saved", file);
    }
  }
}
