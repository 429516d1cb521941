package interleave.program;

import interleave.engine.Installation;
import interleave.engine.Interpreter;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.PythonFinder;
import interleave.engine.PythonProgram;
import interleave.engine.StartException;
import interleave.scenario.Group;
import interleave.scenario.JavaCode;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.PythonCode;
import interleave.scenario.Scenario;
import interleave.words.Language;
import interleave.words.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be run, as it was named on the command line or chosen in the window. */
public sealed interface Target {
  Words WORDS = Words.of("app");

  /** One for all, since it remembers what it was told. */
  PythonFinder PYTHONS = new PythonFinder();

  String title();

  /** What its program is written in. */
  ProgramLanguage language();

  /** Fields in Java whose reads and writes are recorded, variables in Python. */
  List<String> watched();

  Launch launch(Installation installation) throws StartException;

  /** The Python of that name, or the usual one. */
  private static Interpreter python(Optional<Path> named, Path folder) throws StartException {
    return named.isPresent() ? PYTHONS.named(named.get(), folder) : PYTHONS.usual(folder);
  }

  /**
   * A scenario of the catalogue, with the values that differ from its defaults.
   *
   * @param runtime the Python that runs a Python program; the usual one where it is empty
   * @param watched what is watched beside what the scenario itself asks for
   */
  record Lesson(
      Scenario scenario,
      Map<String, String> values,
      ProgramLanguage language,
      Optional<Path> runtime,
      List<String> watched)
      implements Target {
    /** With what is usual. */
    public Lesson(Scenario scenario, Map<String, String> values, List<String> watched) {
      this(scenario, values, scenario.usual(), Optional.empty(), watched);
    }

    /**
     * What the recording calls the first process, whoever reads it where: where there are several,
     * it is their parent.
     */
    private String name() {
      return scenario.group() == Group.PROCESSES
          ? "Parent"
          : Language.ENGLISH.speaking(scenario::title);
    }

    @Override
    public String title() {
      return scenario.title();
    }

    @Override
    public Launch launch(Installation installation) throws StartException {
      return switch (language) {
        case JAVA -> java(installation);
        case PYTHON -> python();
      };
    }

    private Launch java(Installation installation) {
      JavaCode code = scenario.java().orElseThrow();
      List<String> fields = new ArrayList<>(code.watchedFields());
      watched.stream().filter(each -> !fields.contains(each)).forEach(fields::add);
      return installation
          .ownProgram(code.mainClass(), code.jvmOptions(), scenario.arguments(language, values))
          .named(name())
          .watching(fields);
    }

    private Launch python() throws StartException {
      PythonCode code = scenario.python();
      Map<String, String> files = new LinkedHashMap<>();
      code.files().forEach(file -> files.put(file, code.text(file)));
      return PythonProgram.of(
              Target.python(runtime, Path.of("")), new PythonProgram.Code.Texts(files))
          .arguments(scenario.arguments(language, values))
          .named(name())
          .observing(watched);
    }
  }

  /**
   * A program of the user's own.
   *
   * @param name in Java a {@code .jar}, a {@code .java} file, a main class, or {@code
   *     --module=module/main.Class}; in Python a script, or {@code --module=package}
   * @param options of the JVM or the Python that runs it
   * @param runtime the Python that runs it; the usual one where it is empty
   */
  record Own(
      ProgramLanguage language,
      String name,
      List<Path> classPath,
      List<String> options,
      List<String> arguments,
      List<String> watched,
      Optional<Path> runtime)
      implements Target {
    public static final String MODULE = "--module=";

    @Override
    public String title() {
      String plain = isModule() ? name.substring(MODULE.length()) : name;
      return plain.substring(
          Math.max(plain.lastIndexOf('/'), plain.lastIndexOf(File.separatorChar)) + 1);
    }

    @Override
    public Launch launch(Installation installation) throws StartException {
      if (isFile() && !Files.exists(Path.of(name))) {
        throw new StartException(WORDS.get("no-file", name));
      }
      return launch(installation, Path.of(""), Map.of());
    }

    /** The same in that folder, with something added to its environment. */
    public Launch launch(Installation installation, Path folder, Map<String, String> environment)
        throws StartException {
      return switch (language) {
        case JAVA ->
            JavaProgram.of(installation.java(), javaCode())
                .jvmOptions(options)
                .arguments(arguments)
                .watching(watched)
                .environment(environment)
                .in(folder);
        case PYTHON ->
            PythonProgram.of(Target.python(runtime, besides(folder)), pythonCode())
                .options(options)
                .arguments(arguments)
                .observing(watched)
                .environment(environment)
                .in(folder);
      };
    }

    /** Where to look for the project that it belongs to. */
    private Path besides(Path folder) {
      Path script = folder.resolve(name).toAbsolutePath().normalize();
      Path parent = script.getParent();
      return isModule() || parent == null || !Files.isDirectory(parent)
          ? folder.toAbsolutePath()
          : parent;
    }

    private boolean isModule() {
      return name.startsWith(MODULE);
    }

    private boolean isFile() {
      return switch (language) {
        case JAVA -> name.endsWith(".jar") || name.endsWith(".java");
        case PYTHON -> !isModule();
      };
    }

    private PythonProgram.Code pythonCode() {
      return isModule()
          ? new PythonProgram.Code.Module(name.substring(MODULE.length()))
          : new PythonProgram.Code.Script(Path.of(name));
    }

    private JavaProgram.Code javaCode() {
      if (isModule()) {
        return new JavaProgram.Code.Module(classPath, name.substring(MODULE.length()));
      }
      if (name.endsWith(".jar")) {
        return new JavaProgram.Code.Jar(Path.of(name));
      }
      return name.endsWith(".java")
          ? new JavaProgram.Code.Source(Path.of(name), classPath)
          : new JavaProgram.Code.Main(classPath, name);
    }
  }
}
