package interleave.bench;

import interleave.event.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What recording costs in CPython 3.13, as ratios: the programs of {@code src/jmh/python} run
 * untraced, traced, and under VizTracer in its ordinary mode, one after the other and several
 * times; the quietest of each counts. They measure processor time, as others' use of the machine
 * only adds waiting.
 *
 * <p>VizTracer is not part of this project: {@code -Dinterleave.viztracer} or {@code
 * INTERLEAVE_VIZTRACER} names the folder that holds its package with its extension compiled for
 * that Python. Where there is none, what recording adds is told in readings of {@code
 * time.monotonic_ns()}, and where it is the system that takes most of the time, as it wakes one
 * thread after the other, the whole as a multiple of the untraced; with limits as they were where
 * there was one.
 */
public final class PythonReport {
  private static final long CAP = 16L << 30;
  private static final int ROUNDS = 5;
  private static final int PAIRS = 15;
  private static final Path PROGRAMS = Path.of("src", "jmh", "python").toAbsolutePath();

  /** What something is compared with where there is no VizTracer. */
  private enum Yardstick {
    /** How many readings of the clock recording adds. */
    READINGS("(traced - untraced) / clock"),
    /** How many times as long it takes. */
    UNTRACED("traced / untraced");

    private final String formula;

    Yardstick(String formula) {
      this.formula = formula;
    }
  }

  /**
   * What is measured.
   *
   * @param ofVizTracer how many times as long as under VizTracer it may take
   * @param limit what it may take of the yardstick where there is no VizTracer
   */
  private record Operation(
      String name, String text, double ofVizTracer, Yardstick yardstick, double limit) {}

  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation("lock_pair", "lock.acquire() + release()", 4, Yardstick.READINGS, 30),
          new Operation("queue_put_get", "queue.Queue put() + get()", 1.5, Yardstick.READINGS, 80),
          new Operation(
              "process_queue_put_get",
              "multiprocessing.Queue put() + get()",
              1.1,
              Yardstick.UNTRACED,
              2.2));

  private final Path python;
  private final Optional<Path> vizTracer;

  private final Limits limits;

  private PythonReport(Path python, Optional<Path> vizTracer, Limits limits) {
    this.python = python;
    this.vizTracer = vizTracer;
    this.limits = limits;
  }

  public static void main(String[] arguments) throws Exception {
    Limits limits = new Limits(System.out);
    print(limits);
    System.exit(limits.kept() ? 0 : 1);
  }

  /** Measures and prints, or says why not. */
  static void print(Limits limits) throws IOException, InterruptedException {
    Optional<Path> python = python();
    if (python.isEmpty()) {
      System.out.println("No CPython 3.13 was found: what recording costs there is not measured.");
      return;
    }
    new PythonReport(python.get(), named("viztracer"), limits).measure();
  }

  /** Kilobytes of a worker that has connected to that broker; 0 where there is no such Python. */
  static double resident(Path broker) throws IOException, InterruptedException {
    Optional<Path> python = python();
    if (python.isEmpty()) {
      return 0;
    }
    String scenarios = tracer().resolveSibling("").resolveSibling("scenario") + "/python";
    Map<String, String> environment = Map.of("PYTHONPATH", scenarios, "BROKER", broker.toString());
    PythonReport report = new PythonReport(python.get(), Optional.empty(), new Limits(System.out));
    return report.run("broker_memory.py", environment).get("resident");
  }

  private static Optional<Path> named(String what) {
    String given = System.getProperty("interleave." + what);
    String name =
        given != null ? given : System.getenv("INTERLEAVE_" + what.toUpperCase(Locale.ROOT));
    return Optional.ofNullable(name).map(Path::of);
  }

  private static Optional<Path> python() throws IOException {
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    List<Path> places = new ArrayList<>();
    named("python").ifPresent(places::add);
    if (Files.isDirectory(versions)) {
      try (Stream<Path> each = Files.list(versions)) {
        each.filter(it -> it.getFileName().toString().matches("3\\.13\\.\\d+"))
            .map(it -> it.resolve("bin").resolve("python"))
            .forEach(places::add);
      }
    }
    for (String folder : Objects.requireNonNullElse(System.getenv("PATH"), "").split(":")) {
      places.add(Path.of(folder, "python3.13"));
    }
    return places.stream().filter(Files::isExecutable).findFirst();
  }

  private void measure() throws IOException, InterruptedException {
    Map<String, Double> plain = new HashMap<>();
    Map<String, Double> traced = new HashMap<>();
    Map<String, Double> theirs = new HashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round + " of " + ROUNDS + ": operations in Python");
      quietest(plain, run("operations.py", Map.of()));
      quietest(traced, traced("operations.py"));
      if (vizTracer.isPresent()) {
        quietest(theirs, underVizTracer(vizTracer.get()));
      }
    }
    System.out.printf("%nWhat recording costs in %s%n%n", python);
    for (String name :
        List.of("clock", "lock_pair", "with_lock", "queue_put_get", "process_queue_put_get")) {
      System.out.printf(
          Locale.ROOT,
          "%-36s untraced %8.0f ns  traced %8.0f ns  VizTracer %s%n",
          name,
          plain.get(name),
          traced.get(name),
          theirs.containsKey(name)
              ? String.format(Locale.ROOT, "%8.0f ns", theirs.get(name))
              : "-");
    }
    if (vizTracer.isEmpty()) {
      System.out.println(
          "VizTracer is not here (INTERLEAVE_VIZTRACER names the folder of its package): compared"
              + " with time.monotonic_ns() and the untraced.");
    }
    for (Operation each : OPERATIONS) {
      double ours = traced.get(each.name());
      double untraced = plain.get(each.name());
      if (vizTracer.isPresent()) {
        limits.line(
            each.text() + ": traced / VizTracer",
            ours / theirs.get(each.name()),
            each.ofVizTracer());
      } else {
        double ratio =
            switch (each.yardstick()) {
              case READINGS -> (ours - untraced) / plain.get("clock");
              case UNTRACED -> ours / untraced;
            };
        limits.line(each.text() + ": " + each.yardstick().formula, ratio, each.limit());
      }
    }
    work();
  }

  /**
   * Runs in turns, so that what else the machine does meets both. On a busy machine single ratios
   * differ by far more than what is looked for, so the quiet quarters of both are compared.
   */
  private void work() throws IOException, InterruptedException {
    double[] plain = new double[PAIRS];
    double[] traced = new double[PAIRS];
    double[] ratios = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      plain[i] = run("work.py", Map.of()).get("work");
      traced[i] = traced("work.py").get("work");
      ratios[i] = traced[i] / plain[i];
    }
    Arrays.sort(plain);
    Arrays.sort(traced);
    Arrays.sort(ratios);
    String what = "10 ms of work per traced call: traced / untraced";
    limits.line(what, traced[PAIRS / 4] / plain[PAIRS / 4], 1.04);
    limits.line("  the same as the median of ratios", ratios[PAIRS / 2], Double.NaN);
  }

  private Map<String, Double> traced(String program) throws IOException, InterruptedException {
    Recording recording = Recording.create(CAP);
    try {
      Map<String, String> environment = new HashMap<>(recording.environment());
      environment.put("PYTHONPATH", tracer().toString());
      return run(program, environment);
    } finally {
      recording.delete();
    }
  }

  private static Path tracer() {
    return Stream.of(
            System.getProperty("java.class.path").split(System.getProperty("path.separator")))
        .map(each -> Path.of(each, "interleave", "engine", "python"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The Python tracer is not on the class path."));
  }

  private Map<String, Double> underVizTracer(Path folder) throws IOException, InterruptedException {
    Path report = Files.createTempFile("viztracer", ".json");
    try {
      return run(
          "operations.py",
          Map.of("PYTHONPATH", folder.toString()),
          "-m",
          "viztracer",
          "--quiet",
          "--ignore_multiprocess",
          "-o",
          report.toString(),
          "--");
    } finally {
      Files.deleteIfExists(report);
    }
  }

  private Map<String, Double> run(String program, Map<String, String> environment, String... before)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.toString()));
    command.addAll(List.of(before));
    command.add(PROGRAMS.resolve(program).toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue() + ": " + out);
    }
    Map<String, Double> measured = new HashMap<>();
    out.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> measured.put(parts[0], Double.parseDouble(parts[1])));
    return measured;
  }

  private static void quietest(Map<String, Double> all, Map<String, Double> measured) {
    measured.forEach((name, value) -> all.merge(name, value, Math::min));
  }
}
