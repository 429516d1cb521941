package interleave.laboratory;

import interleave.engine.CommandProgram;
import interleave.engine.Installation;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.PythonProgram;
import interleave.engine.StartException;
import interleave.program.Program;
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How hosts of a program are started: the same Java or Python that would run it, with ours in it.
 */
final class HostCommand implements Hosts {
  private static final Words WORDS = Words.of("laboratory");
  private static final String WATCH = "INTERLEAVE_WATCH";
  private static final String OBSERVE = "INTERLEAVE_OBSERVE";

  /** What hosts of Java take for no field at all. */
  private static final String NO_FIELD = "-";

  private static final String SMALL = "-XX:+UseSerialGC";

  /** The last is for the system's calls by which a run stays on one processor. */
  private static final List<String> FOR_SHORT_RUNS =
      List.of("-XX:TieredStopAtLevel=1", SMALL, "--enable-native-access=ALL-UNNAMED");

  private static final String PROCESSORS = "-XX:ActiveProcessorCount=";

  private final Launch launch;
  private final List<String> words;
  private final Map<String, String> environment;

  /** What is laid out for them, and goes with them. */
  private final Path folder;

  private HostCommand(
      Launch launch, List<String> words, Map<String, String> environment, Path folder) {
    this.launch = launch;
    this.words = words;
    this.environment = environment;
    this.folder = folder;
  }

  static HostCommand of(Program program, Installation installation) throws IOException {
    Launch launch = ControlledProgram.watched(program).launch(installation);
    RecordedControl.check(launch);
    Path folder = Files.createTempDirectory("interleave-laboratory");
    try {
      boolean isLesson = program instanceof Program.Lesson;
      return switch (launch) {
        case JavaProgram java -> java(java, isLesson, installation, folder);
        case PythonProgram python -> python(python, isLesson, folder);
        case CommandProgram _ -> throw new StartException(WORDS.get("command"));
      };
    } catch (IOException e) {
      delete(folder);
      throw e;
    }
  }

  private static HostCommand java(
      JavaProgram java, boolean isLesson, Installation installation, Path folder)
      throws IOException {
    Path agent = installation.agent();
    if (agent == null) {
      throw new StartException(WORDS.get("no-agent"));
    }
    List<String> words = new ArrayList<>();
    words.add(java.java().toString());
    words.addAll(forShortRuns(java.call().options()));
    words.addAll(SourceCompilation.left(java.call().options()));
    List<String> code = code(java, folder);
    String path = code.getFirst().isEmpty() ? code.getLast() : code.getFirst();
    words.addAll(List.of("-javaagent:" + agent, "-cp", path));
    words.add("interleave.agent.Host");
    words.addAll(code);
    words.addAll(java.call().arguments());
    Map<String, String> environment = new LinkedHashMap<>(java.environment());
    watch(environment, WATCH, java.watched(), isLesson ? NO_FIELD : null);
    return new HostCommand(java, words, environment, folder);
  }

  /**
   * What suits a JVM whose programs are new in each run: no code lives long enough for the better
   * compiler, which takes a third of the processor's time, and none lives on in a large heap. It
   * may share one processor between the threads of a run; the program is told of as many as there
   * are for a recorded run.
   */
  private static List<String> forShortRuns(List<String> asked) {
    boolean collector = asked.stream().anyMatch(each -> each.matches("-XX:[+-]Use\\w+GC"));
    List<String> options = new ArrayList<>(FOR_SHORT_RUNS);
    if (collector) {
      options.remove(SMALL);
    }
    options.add(PROCESSORS + Runtime.getRuntime().availableProcessors());
    return options;
  }

  /** Class path, and main class or jar. */
  private static List<String> code(JavaProgram java, Path folder) throws IOException {
    return switch (java.code()) {
      case JavaProgram.Code.Main main ->
          List.of(joined(main.classPath(), java.directory()), main.mainClass());
      case JavaProgram.Code.Jar jar -> List.of("", jar.jar().toString());
      case JavaProgram.Code.Source source ->
          compiled(java, source.file(), source.classPath(), folder);
      case JavaProgram.Code.Text text -> {
        Path file = folder.resolve(text.name());
        Files.writeString(file, text.text());
        yield compiled(java, file, List.of(), folder);
      }
      case JavaProgram.Code.Module module ->
          throw new StartException(WORDS.get("module", module.module()));
    };
  }

  private static List<String> compiled(
      JavaProgram java, Path file, List<Path> classPath, Path folder) throws IOException {
    SourceCompilation compiled = SourceCompilation.of(java, file, classPath, folder);
    List<Path> places = new ArrayList<>(List.of(compiled.folder()));
    places.addAll(classPath);
    return List.of(joined(places, java.directory()), compiled.mainClass());
  }

  private static String joined(List<Path> places, Path folder) {
    List<Path> all = places.isEmpty() ? List.of(Path.of("")) : places;
    return String.join(
        File.pathSeparator,
        all.stream().map(each -> folder.toAbsolutePath().resolve(each).toString()).toList());
  }

  private static HostCommand python(PythonProgram python, boolean isLesson, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>(python.command(folder));
    int code = 1 + python.call().options().size();
    command.addAll(code, List.of("-m", "_interleave.control"));
    Map<String, String> environment = new LinkedHashMap<>(python.environment());
    String path = environment.getOrDefault("PYTHONPATH", System.getenv("PYTHONPATH"));
    String tracer = python.tracer(folder).toString();
    environment.put("PYTHONPATH", path == null ? tracer : tracer + File.pathSeparator + path);
    environment.putIfAbsent("PYTHONHASHSEED", "0"); // sets are in the same order in each host
    watch(environment, OBSERVE, python.observed(), isLesson ? "" : null);
    return new HostCommand(python, command, environment, folder);
  }

  /**
   * Says what is watched.
   *
   * @param none what is said where nothing is; null where hosts are to find it themselves
   */
  private static void watch(
      Map<String, String> environment, String variable, List<String> names, @Nullable String none) {
    if (!names.isEmpty()) {
      environment.put(variable, String.join(",", names));
    } else if (none != null) {
      environment.put(variable, none);
    }
  }

  @Override
  public Host start(String address) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(launch.directory(folder).toAbsolutePath().toFile());
    builder.environment().remove(WATCH);
    builder.environment().remove(OBSERVE);
    builder.environment().putAll(environment);
    return new HostProcess(builder, address);
  }

  @Override
  public void close() {
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // The system's folder for such is emptied now and then.
    }
  }
}
