package interleave.view.session;

import interleave.scenario.Parameter;
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

  /** Whether a run of the other is also a run of this, the values of parameters aside. */
  default boolean isLike(Program other) {
    return this instanceof Lesson mine && other instanceof Lesson theirs
        ? mine.scenario.id().equals(theirs.scenario.id())
        : equals(other);
  }

  /** A scenario of the catalogue; values that are not named have their default. */
  record Lesson(Scenario scenario, Map<String, String> values) implements Program {
    public Lesson {
      values = Map.copyOf(values);
    }

    public static Lesson of(Scenario scenario) {
      return new Lesson(scenario, Map.of());
    }

    @Override
    public String title() {
      return scenario.title();
    }

    @Override
    public String summary() {
      return scenario.summary();
    }

    /** The value a parameter has here. */
    public String value(Parameter parameter) {
      return values.getOrDefault(parameter.name(), parameter.standard());
    }
  }

  /**
   * A program of the user's own.
   *
   * @param target a {@code .jar}, a {@code .java} file, a main class on the class path, or {@code
   *     --module=module/main.Class}
   * @param classPath folders and jars for a main class or a source file
   * @param options of the JVM that runs it
   * @param folder where it runs
   * @param watched {@code Class.field} of fields whose reads and writes are recorded
   * @param environment added to the environment of the window
   * @param java a JDK or its java executable; the usual one where it is empty
   */
  record Own(
      String target,
      List<Path> classPath,
      List<String> options,
      List<String> arguments,
      Path folder,
      List<String> watched,
      Map<String, String> environment,
      Optional<Path> java)
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
      this(target, classPath, options, arguments, folder, watched, Map.of(), Optional.empty());
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
      return target.substring(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1);
    }

    @Override
    public String summary() {
      String words = arguments.isEmpty() ? "" : " " + String.join(" ", arguments);
      return WORDS.get("program.own", target + words);
    }

    /** That jar or source file, in its own folder, with nothing added. */
    public static Own of(Path file) {
      Path whole = file.toAbsolutePath();
      Path parent = whole.getParent();
      return new Own(
          whole.toString(),
          List.of(),
          List.of(),
          List.of(),
          parent == null ? whole : parent,
          List.of());
    }

    /** Whether the target is a source file, which the source pane can show. */
    public boolean isSource() {
      return target.endsWith(".java");
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
