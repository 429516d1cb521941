package interleave.program;

import interleave.engine.Call;
import interleave.engine.Installation;
import interleave.engine.Interpreter;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.PythonFinder;
import interleave.engine.PythonProgram;
import interleave.engine.StartException;
import interleave.process.broker.Broker;
import interleave.scenario.Group;
import interleave.scenario.JavaCode;
import interleave.scenario.PythonCode;
import interleave.scenario.Scenario;
import interleave.scenario.Watched;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of a program what the engine starts. Finding a Python may take a while. */
record Launcher(Installation installation, PythonFinder pythons) {
  private static final Words WORDS = Words.of("program");
  private static final String BROKER = "INTERLEAVE_BROKER";

  Launch launch(Program program) throws StartException {
    return switch (program) {
      case Program.Lesson lesson ->
          switch (lesson.language()) {
            case JAVA -> java(lesson);
            case PYTHON -> python(lesson);
          };
      case Program.Own own -> {
        if (own.isFile() && !Files.exists(own.folder().resolve(own.target()))) {
          throw new StartException(WORDS.get("no-file", own.target()));
        }
        yield switch (own.language()) {
          case JAVA -> java(own);
          case PYTHON -> python(own);
        };
      }
    };
  }

  private JavaProgram java(Program.Lesson lesson) {
    JavaCode code = lesson.scenario().java().orElseThrow();
    List<String> fields = watched(lesson, code.watched(), lesson.fields());
    JavaProgram program =
        code.isSource()
            ? JavaProgram.of(
                    // One of ours that needs a preview needs the Java that it is one of.
                    lesson.scenario().origin().isOurs()
                        ? installation.ownJava()
                        : installation.java(),
                    new JavaProgram.Code.Text(code.file(), code.text()))
                .jvmOptions(code.jvmOptions())
                .arguments(arguments(lesson))
            : installation.ownProgram(code.mainClass(), code.jvmOptions(), arguments(lesson));
    return program
        .named(name(lesson.scenario()))
        .watching(fields)
        .beside(beside(lesson.scenario()));
  }

  private PythonProgram python(Program.Lesson lesson) throws StartException {
    PythonCode code = lesson.scenario().python().orElseThrow();
    Map<String, String> files = new LinkedHashMap<>();
    code.files().forEach(file -> files.put(file, code.text(file)));
    return PythonProgram.of(
            interpreter(lesson.runtime(), Path.of("")), new PythonProgram.Code.Texts(files))
        .arguments(arguments(lesson))
        .named(name(lesson.scenario()))
        .environment(broker())
        .beside(beside(lesson.scenario()))
        .observing(watched(lesson, code.watched(), lesson.variables()));
  }

  private static Call.Beside beside(Scenario scenario) {
    return scenario.data().isEmpty() ? Call.Beside.NOTHING : scenario.data()::layOut;
  }

  /** What the lesson is about, and what was asked for besides. */
  private static List<String> watched(
      Program.Lesson lesson, List<Watched> always, List<String> asked) {
    Set<String> names = new LinkedHashSet<>(Watched.in(always, lesson::value));
    names.addAll(asked);
    return List.copyOf(names);
  }

  /** How a scenario in Python starts the broker that one in Java starts by itself. */
  private Map<String, String> broker() {
    try {
      return Map.of(BROKER, String.join("\n", Broker.command(installation.ownJava())));
    } catch (IOException e) {
      return Map.of(); // it says so where it would need one
    }
  }

  private static List<String> arguments(Program.Lesson lesson) {
    return lesson.scenario().arguments(lesson.language(), lesson.values());
  }

  /**
   * What the recording calls the first process, whoever reads it where: where there are several, it
   * is their parent.
   */
  private static String name(Scenario scenario) {
    return scenario.group() == Group.PROCESSES
        ? "Parent"
        : Language.ENGLISH.speaking(scenario::title);
  }

  private JavaProgram java(Program.Own own) {
    return JavaProgram.of(installation.java(), javaCode(own))
        .jvmOptions(own.options())
        .arguments(own.arguments())
        .watching(own.watched())
        .environment(own.environment())
        .in(own.folder());
  }

  private static JavaProgram.Code javaCode(Program.Own own) {
    if (own.isModule()) {
      return new JavaProgram.Code.Module(own.classPath(), own.module());
    }
    if (own.target().endsWith(".jar")) {
      return new JavaProgram.Code.Jar(Path.of(own.target()));
    }
    return own.isSource()
        ? new JavaProgram.Code.Source(Path.of(own.target()), own.classPath())
        : new JavaProgram.Code.Main(own.classPath(), own.target());
  }

  private PythonProgram python(Program.Own own) throws StartException {
    return PythonProgram.of(interpreter(own.runtime(), project(own)), pythonCode(own))
        .options(own.options())
        .arguments(own.arguments())
        .observing(own.watched())
        .environment(own.environment())
        .in(own.folder());
  }

  private static PythonProgram.Code pythonCode(Program.Own own) {
    return own.isModule()
        ? new PythonProgram.Code.Module(own.module())
        : new PythonProgram.Code.Script(Path.of(own.target()));
  }

  /** Where to look for the project that it belongs to. */
  private static Path project(Program.Own own) {
    Path folder = own.folder().toAbsolutePath();
    Path parent = own.isModule() ? null : folder.resolve(own.target()).normalize().getParent();
    return parent == null || !Files.isDirectory(parent) ? folder : parent;
  }

  /** The Python of that name, or the usual one. */
  private Interpreter interpreter(Optional<Path> named, Path folder) throws StartException {
    return named.isPresent() ? pythons.named(named.get(), folder) : pythons.usual(folder);
  }
}
