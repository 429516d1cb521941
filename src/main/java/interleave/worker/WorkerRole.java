package interleave.worker;

import interleave.engine.Installation;
import interleave.engine.Interpreter;
import interleave.engine.Launch;
import interleave.engine.PythonProgram;
import interleave.engine.StartException;
import interleave.process.Lender;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.JavaCode;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.PythonCode;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker does for a run: told by the run in a message, which names nothing but what the
 * worker's own machine knows already. A further kind of work is a further case.
 */
public sealed interface WorkerRole {
  /** What sort of work it is, in the message. */
  String KIND = "kind";

  /** The parameter of scenarios that can go through a broker, and its value then. */
  String OVER = "over";

  String BROKER = "broker";

  /** Sentences of this room. */
  Words WORDS = Words.of("worker");

  /** What a worker of that program does; empty where nobody can join it. */
  static Optional<WorkerRole> of(Program program) {
    return switch (program) {
      case Program.Lesson lesson when lesson.scenario().hasWorkers(lesson.language()) ->
          Optional.of(OfScenario.of(lesson));
      case Program.Lesson lesson ->
          BROKER.equals(lesson.values().get(OVER))
              ? Optional.of(new OfPool(List.of()))
              : Optional.empty();
      case Program.Own own ->
          own.language() == ProgramLanguage.JAVA
              ? Optional.of(new OfPool(List.of()))
              : Optional.empty();
    };
  }

  /**
   * The same, with classes of the user's where it runs them.
   *
   * @param classPath where they are on the worker's machine
   */
  default WorkerRole with(List<Path> classPath) {
    return this;
  }

  /** The message that says so. */
  String text();

  /**
   * Reads one, and checks all of it.
   *
   * @throws RefusedMessageException where it asks for what is not there
   */
  static WorkerRole parse(String text) throws RefusedMessageException {
    Map<String, String> values = Lines.parse(text);
    return switch (Lines.value(values, KIND)) {
      case OfScenario.KIND_OF_IT -> OfScenario.parse(values);
      case OfPool.KIND_OF_IT -> new OfPool(List.of());
      case Nothing.KIND_OF_IT -> new Nothing();
      default -> throw new RefusedMessageException("There is no such work.");
    };
  }

  /**
   * The process that does it.
   *
   * @param address the file with the broker's address
   * @param python runs it where it is in Python; the usual one where it is empty
   * @param name what it is to be called
   * @throws StartException with a sentence, where it cannot be done here
   */
  Launch launch(Installation installation, Path address, Optional<Path> python, String name)
      throws StartException;

  /** There is nothing to join. */
  record Nothing() implements WorkerRole {
    static final String KIND_OF_IT = "nothing";

    @Override
    public Launch launch(
        Installation installation, Path address, Optional<Path> python, String name)
        throws StartException {
      throw new StartException(WORDS.get("nothing"));
    }

    @Override
    public String text() {
      return Lines.text(Map.of(KIND, KIND_OF_IT));
    }
  }

  /**
   * To run tasks of the run's process pools: static methods of classes of its own class path, which
   * no message names.
   */
  record OfPool(List<Path> classPath) implements WorkerRole {
    static final String KIND_OF_IT = "pool";

    public OfPool {
      classPath = List.copyOf(classPath);
    }

    @Override
    public WorkerRole with(List<Path> classPath) {
      return new OfPool(classPath);
    }

    @Override
    public Launch launch(
        Installation installation, Path address, Optional<Path> python, String name) {
      return installation
          .ownProgram(
              Lender.class.getName(), List.of(), classPath, List.of(address.toString(), "1"))
          .named(name);
    }

    @Override
    public String text() {
      return Lines.text(Map.of(KIND, KIND_OF_IT));
    }
  }

  /**
   * Work of a scenario of the catalogue.
   *
   * @param values those of its parameters that a worker takes, by name
   */
  record OfScenario(Scenario scenario, ProgramLanguage language, Map<String, String> values)
      implements WorkerRole {
    static final String KIND_OF_IT = "scenario";
    private static final String PARAMETER = "parameter.";

    public OfScenario {
      values = Map.copyOf(values);
    }

    static OfScenario of(Program.Lesson lesson) {
      Map<String, String> values = new LinkedHashMap<>();
      for (String name : lesson.scenario().handedOn()) {
        lesson
            .scenario()
            .parameter(lesson.language(), name)
            .ifPresent(parameter -> values.put(name, lesson.value(parameter)));
      }
      return new OfScenario(lesson.scenario(), lesson.language(), values);
    }

    @Override
    public String text() {
      Map<String, String> lines = new LinkedHashMap<>();
      lines.put(KIND, KIND_OF_IT);
      lines.put("scenario", scenario.id());
      lines.put("language", language.id());
      values.forEach((name, value) -> lines.put(PARAMETER + name, value));
      return Lines.text(lines);
    }

    static OfScenario parse(Map<String, String> lines) throws RefusedMessageException {
      Scenario scenario =
          Catalogue.find(Lines.value(lines, "scenario"))
              .orElseThrow(() -> new RefusedMessageException("There is no such scenario."));
      ProgramLanguage language =
          scenario.languages().stream()
              .filter(each -> each.id().equals(Lines.value(lines, "language")))
              .filter(scenario::hasWorkers)
              .findFirst()
              .orElseThrow(() -> new RefusedMessageException("It has no workers."));
      Map<String, String> values = new LinkedHashMap<>();
      for (Map.Entry<String, String> line : lines.entrySet()) {
        if (line.getKey().startsWith(PARAMETER)) {
          String name = line.getKey().substring(PARAMETER.length());
          if (!scenario.handedOn().contains(name)) {
            throw new RefusedMessageException("Its workers have no such parameter.");
          }
          values.put(name, line.getValue());
        }
      }
      Optional<String> refused = scenario.check(language, values);
      if (refused.isPresent()) {
        throw new RefusedMessageException(refused.get());
      }
      return new OfScenario(scenario, language, values);
    }

    @Override
    public Launch launch(
        Installation installation, Path address, Optional<Path> python, String name)
        throws StartException {
      List<String> given = new ArrayList<>();
      values.forEach((parameter, value) -> given.add(parameter + "=" + value));
      return switch (language) {
        case JAVA -> {
          JavaCode code = scenario.java().orElseThrow();
          given.addFirst(address.toString());
          yield installation.ownProgram(code.workerClass(), code.jvmOptions(), given).named(name);
        }
        case PYTHON -> {
          given.addFirst("address=" + address);
          given.add("guest=on");
          yield PythonProgram.of(interpreter(python), texts(scenario.python().orElseThrow()))
              .arguments(given)
              .named(name);
        }
      };
    }

    private static Interpreter interpreter(Optional<Path> named) throws StartException {
      Path here = Path.of("");
      return named.isPresent()
          ? Program.PYTHONS.named(named.get(), here)
          : Program.PYTHONS.usual(here);
    }

    /** The worker's file first: that is the program. */
    private static PythonProgram.Code.Texts texts(PythonCode code) {
      Map<String, String> files = new LinkedHashMap<>();
      files.put(code.workerFile(), code.text(code.workerFile()));
      code.files().forEach(file -> files.putIfAbsent(file, code.text(file)));
      return new PythonProgram.Code.Texts(files);
    }
  }
}
