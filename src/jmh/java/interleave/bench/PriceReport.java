package interleave.bench;

import interleave.event.Recording;
import interleave.file.SummaryFile;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.summary.Summaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a whole program costs: its JVM's processor time traced against untraced, in turns, of each
 * the quietest; and how long it takes after a busy program's end until its summary is there, as a
 * part of the time that the program took.
 */
public final class PriceReport {
  private static final long CAP = 16L << 30;
  private static final int ROUNDS = 3;
  private static final int AFTER_ROUNDS = 3;
  private static final int MESSAGES = 300_000;

  private final Path folder;
  private final Limits limits;

  private PriceReport(Path folder, Limits limits) {
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
      new PriceReport(folder, limits).measure();
    } finally {
      Recording.open(folder).delete();
    }
  }

  private void measure() throws IOException, InterruptedException {
    GeneratedProgram program = GeneratedProgram.in(folder);
    String classes = program.classes().toString();
    List<String> compiler = new ArrayList<>(List.of("javac"));
    compiler.addAll(program.compilation());
    limits.title();
    whole("a compiler of the JDK's, %d classes".formatted(GeneratedProgram.CLASSES), "", compiler);
    whole(
        "a program of %d classes of its own".formatted(GeneratedProgram.CLASSES),
        classes,
        List.of("Many"));
    after();
  }

  private void whole(String what, String classPath, List<String> program)
      throws IOException, InterruptedException {
    double plain = Double.MAX_VALUE;
    double traced = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      plain = Math.min(plain, run(classPath, program, null));
      Recording recording = Recording.create(CAP);
      try {
        traced = Math.min(traced, run(classPath, program, recording));
      } finally {
        recording.delete();
      }
    }
    System.out.printf(
        Locale.ROOT, "%s: untraced %.2f s, traced %.2f s%n", what, plain / 1e9, traced / 1e9);
    limits.line(what + ": traced / untraced", traced / plain, 1.5);
  }

  /** The processor time that the JVM took, in nanoseconds. */
  private static double run(String classPath, List<String> program, @Nullable Recording traced)
      throws IOException, InterruptedException {
    Process process = start(classPath, program, traced);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(program.getFirst() + " ended with " + process.exitValue() + ": " + out);
    }
    return out.lines()
        .filter(line -> line.startsWith("cpu="))
        .mapToDouble(line -> Double.parseDouble(line.substring("cpu=".length())))
        .findFirst()
        .orElseThrow();
  }

  private static Process start(String classPath, List<String> program, @Nullable Recording traced)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (traced != null) {
      command.add("-javaagent:" + System.getProperty("interleave.agent"));
    }
    String path = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", classPath.isEmpty() ? path : classPath + ":" + path));
    command.add(TimedProgram.class.getName());
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(traced == null ? Map.of() : traced.environment());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private void after() throws IOException, InterruptedException {
    double least = Double.MAX_VALUE;
    long events = 0;
    for (int round = 0; round < AFTER_ROUNDS; round++) {
      Recording recording = Recording.create(CAP);
      try (LiveTimeline live = LiveTimeline.ahead(recording)) {
        long begin = System.nanoTime();
        List<String> program = List.of(BusyProgram.class.getName(), "" + MESSAGES);
        run("", program, recording);
        long end = System.nanoTime();
        live.end();
        Timeline timeline = live.awaitFinal();
        SummaryFile.save(Summaries.of(timeline), folder.resolve("summary.json"));
        events = timeline.counters().events();
        least = Math.min(least, (System.nanoTime() - end) / (double) (end - begin));
      } finally {
        recording.delete();
      }
    }
    limits.line("after %.1f million events: summary / program".formatted(events / 1e6), least, 1);
  }
}
