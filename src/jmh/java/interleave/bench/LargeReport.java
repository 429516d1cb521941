package interleave.bench;

import interleave.event.Recording;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What it takes to open a large recording of which nothing is derived yet, and one that was saved
 * with what was derived: time and processor time against {@code RecordingFile} of the JDK, which
 * reads as many events of the flight recorder and derives nothing; a trace of as many events in
 * Chrome's JSON likewise, and against {@link TraceProcessor} where that is there; and bytes an
 * event at the peak, on the heap and outside, for floods of each kind. Every one is opened by a JVM
 * of its own. The property {@code interleave.bench.events} says how many events that are.
 */
public final class LargeReport {
  private static final long EVENTS = Long.getLong("interleave.bench.events", 10_000_000);
  private static final int ROUNDS = 3;

  /** So much of a flood tells as much as all of it. */
  private static final int PART = 4;

  /** A quiet machine said 2.18 to 2.49; the aim is 2.1. */
  private static final double CHROME = 2.8;

  /** The aim of what a trace takes, against Perfetto's trace_processor. */
  private static final double PEER = 0.30;

  /** What a program of its own took, from its start to its end. */
  static final String WHOLE = "whole";

  /**
   * The JDK only reads; we write a slice with its fields for each event. 1 is the aim; a quiet
   * machine said 0.91.
   */
  private static final double FLIGHT = 1.0;

  /** With which the launcher of the image starts an {@code info} of a saved recording. */
  private static final String SHORT = "-XX:TieredStopAtLevel=1";

  /** How the names of the jars begin that the program is installed with. */
  private static final List<String> INSTALLED =
      List.of(
          "javafx-",
          "controlsfx-",
          "ikonli-",
          "atlantafx-",
          "picocli-",
          "jackson-",
          "jspecify-",
          "pdfbox-",
          "fontbox-",
          "commons-logging-");

  private static final String HEAP = "-Xmx256m";

  /** A collection that is asked for leaves nothing lying where it was. */
  private static final String ALL_GARBAGE = "-XX:MarkSweepDeadRatio=0";

  private final Path folder;
  private final Limits limits;

  private LargeReport(Path folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  public static void main(String[] arguments) throws Exception {
    Limits limits = new Limits(System.out);
    print(limits);
    System.exit(limits.kept() ? 0 : 1);
  }

  /** Measures and prints. */
  static void print(Limits limits) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("interleave-bench-");
    try {
      LargeReport report = new LargeReport(folder, limits);
      System.out.printf(Locale.ROOT, "%nOpening %,d events, %s%n%n", EVENTS, HEAP);
      report.time();
      report.floods();
    } finally {
      Recording.open(folder).delete();
    }
  }

  /** In turns, of each the quietest. */
  private void time() throws IOException, InterruptedException {
    Path flight = folder.resolve("flight.jfr");
    run(FlightEvents.class, "write", flight.toString(), Long.toString(EVENTS));
    Recording flood = FloodRecording.of(Flood.LOCKS, folder, EVENTS);
    Map<String, Long> ours = new HashMap<>();
    Map<String, Long> theirs = new HashMap<>();
    Map<String, Long> flown = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      least(theirs, run(FlightEvents.class, "read", flight.toString()));
      least(flown, run(FlightEvents.class, "open", flight.toString()));
      least(ours, run(FloodLoad.class, flood.folder().toString()));
    }
    Path json = folder.resolve("trace.json");
    ChromeFile.write(json, EVENTS);
    Map<String, Long> chrome = new HashMap<>();
    Map<String, Long> peer = new HashMap<>();
    Optional<TraceProcessor> processor = TraceProcessor.find();
    for (int round = 0; round < ROUNDS; round++) {
      least(chrome, run(FloodLoad.class, json.toString()));
      if (processor.isPresent()) {
        least(peer, processor.get().read(json));
      }
    }
    Files.delete(json);
    Map<String, Long> info = new HashMap<>();
    Map<String, Long> picture = new HashMap<>();
    Path saved = saved(flood, EVENTS);
    Recording small = FloodRecording.of(Flood.LOCKS, folder, EVENTS / PART / PART);
    Path other = saved(small, EVENTS / PART / PART);
    small.delete();
    for (int round = 0; round < ROUNDS; round++) {
      least(info, run(List.of(SHORT), OpenedAgain.class, "info", saved.toString()));
      least(picture, run(OpenedAgain.class, "picture", other.toString(), saved.toString()));
    }
    flood.delete();
    Files.delete(flight);
    limits.title();
    ratio("derived, processor time", "processor", ours, theirs, 2);
    ratio("derived, time", "wall", ours, theirs, 2);
    ratio("Chrome's JSON, time", "wall", chrome, theirs, CHROME);
    peer(chrome, peer);
    ratio("the flight recording itself, time", "wall", flown, theirs, FLIGHT);
    ratio("info of what was saved, processor time", "processor", info, theirs, 0.5);
    ratio("info of what was saved, time", "wall", info, theirs, 0.5);
    ratio("first picture of what was saved, time", "wall", picture, theirs, 0.1);
    limits.line("saved, bytes an event", (double) Files.size(saved) / EVENTS, 4);
    double peak = ours.get("peak") + ours.get("outside");
    double trace = chrome.get("peak") + chrome.get("outside");
    limits.line("Chrome's JSON: bytes an event at the peak", trace / EVENTS, 48);
    limits.line("locks and a variable: bytes an event at the peak", peak / EVENTS, 18);
  }

  /** Whole programs, so that nothing of either is left out. */
  private void peer(Map<String, Long> ours, Map<String, Long> theirs) {
    if (theirs.isEmpty()) {
      System.out.println(
          "Chrome's JSON is not held against trace_processor: no INTERLEAVE_TRACE_PROCESSOR is"
              + " set.");
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "Chrome's JSON, whole programs: ours %.2f s, trace_processor %.2f s%n",
        ours.get(WHOLE) / 1e9,
        theirs.get(WHOLE) / 1e9);
    limits.line(
        "opened, Chrome's JSON, time: ours / trace_processor",
        (double) ours.get(WHOLE) / theirs.get(WHOLE),
        PEER);
  }

  /** With what was derived of it. */
  private Path saved(Recording recording, long events) throws IOException, InterruptedException {
    Path file = folder.resolve(events + ".interleave");
    run(OpenedAgain.class, "save", recording.folder().toString(), file.toString());
    return file;
  }

  private static void least(Map<String, Long> all, Map<String, Long> told) {
    told.forEach((what, number) -> all.merge(what, number, Math::min));
  }

  private void ratio(
      String what, String name, Map<String, Long> ours, Map<String, Long> theirs, double limit) {
    System.out.printf(
        Locale.ROOT,
        "%s: ours %.2f s, RecordingFile %.2f s%n",
        what,
        ours.get(name) / 1e9,
        theirs.get(name) / 1e9);
    limits.line(
        "opened, " + what + ": ours / RecordingFile",
        (double) ours.get(name) / theirs.get(name),
        limit);
  }

  /** Of two sizes, since what a thread or a lock takes is there in both. */
  private void floods() throws IOException, InterruptedException {
    for (Flood flood : Flood.values()) {
      if (!flood.isOfThings()) {
        Map<String, Long> all = load(flood, EVENTS / PART);
        Map<String, Long> part = load(flood, EVENTS / PART / PART);
        double more = all.get("events") - part.get("events");
        String name = flood.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        double heap = (all.get("heap") - part.get("heap")) / more;
        double outside = (all.get("outside") - part.get("outside")) / more;
        limits.line(name + ": bytes an event, on the heap", heap, 3);
        limits.line(name + ": bytes an event, outside", outside, 48);
      }
    }
  }

  private Map<String, Long> load(Flood flood, long events)
      throws IOException, InterruptedException {
    Recording recording = FloodRecording.of(flood, folder, events);
    try {
      return run(FloodLoad.class, recording.folder().toString());
    } finally {
      recording.delete();
    }
  }

  /**
   * Without what only tests have: a class that is in none of its jars is looked for in all of them,
   * which a program that is installed does not have.
   */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(LargeReport::isInstalled)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isInstalled(String entry) {
    String name = String.valueOf(Path.of(entry).getFileName());
    return !name.endsWith(".jar") || INSTALLED.stream().anyMatch(name::startsWith);
  }

  /** What a program of a JVM of its own printed of itself. */
  private static Map<String, Long> run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    return run(List.of(), program, arguments);
  }

  private static Map<String, Long> run(List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", ALL_GARBAGE));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), program.getName()));
    command.addAll(List.of(arguments));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(program.getName() + " ended with " + process.exitValue());
    }
    Map<String, Long> told = new HashMap<>();
    told.put(WHOLE, System.nanoTime() - began);
    out.lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> told.put(pair[0], Long.parseLong(pair[1])));
    return told;
  }
}
