package interleave.bench;

import interleave.event.LossMeter;
import interleave.event.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints what recording costs as a table of ratios, each with its limit.
 * All is measured three times, one after the other, and the quietest median counts: whatever else
 * the machine does only ever adds.
 *
 * <p>The measured JVMs need a recording in their environment, which a JVM cannot give itself: so
 * this starts itself again with one.
 */
public final class Report {
  /** More than all benchmarks write. */
  private static final long CAP = 64L << 30;

  private static final int ROUNDS = 3;
  private static final int WARM_UPS = 100;
  private static final int SHOTS = 150;

  /** JMH uses what the JDK warns of. */
  private static final String ALLOWED = "--sun-misc-unsafe-memory-access=allow";

  /** One line of the report. */
  private record Measured(String text, String benchmark, boolean traced) {}

  private static final Measured[] WHAT = {
    new Measured("one System.nanoTime()", "EventBenchmark.nanoTime", false),
    new Measured("an instant event", "EventBenchmark.instantEvent", false),
    new Measured("a JFR event's commit()", "EventBenchmark.jfrCommit", false),
    new Measured("lock() + unlock(), untraced", "LockBenchmark.lockAndUnlock", false),
    new Measured("lock() + unlock(), traced", "LockBenchmark.lockAndUnlock", true),
    new Measured("synchronized, untraced", "LockBenchmark.enterAndLeave", false),
    new Measured("synchronized, traced", "LockBenchmark.enterAndLeave", true),
    new Measured("put() + take(), untraced", "QueueBenchmark.putAndTake", false),
    new Measured("put() + take(), traced", "QueueBenchmark.putAndTake", true),
    new Measured("put() + take(), linked, untraced", "QueueBenchmark.putAndTakeLinked", false),
    new Measured("put() + take(), linked, traced", "QueueBenchmark.putAndTakeLinked", true),
    new Measured("work in a lock, untraced", "ProgramBenchmark.workInLock", false),
    new Measured("work in a lock, traced", "ProgramBenchmark.workInLock", true),
    new Measured("work in synchronized, untraced", "ProgramBenchmark.workInMonitor", false),
    new Measured("work in synchronized, traced", "ProgramBenchmark.workInMonitor", true),
    new Measured("a thread started and joined, untraced", "ProgramBenchmark.startAndJoin", false),
    new Measured("a thread started and joined, traced", "ProgramBenchmark.startAndJoin", true),
  };

  /** Of each of {@link #WHAT}, in nanoseconds. */
  private final double[] quietest = new double[WHAT.length];

  private Report() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("measure")) {
      new Report().measure();
      return;
    }
    System.exit(inRecording()); // when all that was recorded is deleted
  }

  private static int inRecording() throws Exception {
    Recording recording = Recording.create(CAP);
    try {
      ProcessBuilder again =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              ALLOWED,
              "-Dinterleave.agent=" + System.getProperty("interleave.agent"),
              "-cp",
              System.getProperty("java.class.path"),
              Report.class.getName(),
              "measure");
      again.environment().putAll(recording.environment());
      int exit = again.inheritIO().start().waitFor();
      long lost = new LossMeter(recording).lost();
      System.out.println(lost == 0 ? "No event was lost." : lost + " events were lost.");
      PythonReport.print();
      return lost == 0 ? exit : 1;
    } finally {
      recording.delete();
    }
  }

  private void measure() throws RunnerException {
    Arrays.fill(quietest, Double.MAX_VALUE);
    for (int round = 1; round <= ROUNDS; round++) {
      for (int i = 0; i < WHAT.length; i++) {
        System.out.println("round " + round + " of " + ROUNDS + ": " + WHAT[i].text());
        quietest[i] = Math.min(quietest[i], median(WHAT[i]));
      }
    }
    System.out.printf("%nWhat recording costs: medians of %d shots, %d times%n%n", SHOTS, ROUNDS);
    for (int i = 0; i < WHAT.length; i++) {
      System.out.printf(Locale.ROOT, "%-52s %9.1f ns%n", WHAT[i].text(), quietest[i]);
    }
    System.out.printf("%n%-60s %7s %7s%n", "ratio", "is", "limit");
    double event = untraced("EventBenchmark.instantEvent");
    limit("instant event / nanoTime", event / clock(), 1.25);
    limit("instant event / JFR commit", event / untraced("EventBenchmark.jfrCommit"), 0.65);
    added("lock() + unlock()", "LockBenchmark.lockAndUnlock", 3.5);
    added("synchronized", "LockBenchmark.enterAndLeave", Double.NaN);
    added("put() + take()", "QueueBenchmark.putAndTake", 5);
    added("put() + take(), linked", "QueueBenchmark.putAndTakeLinked", 5);
    times("work in a lock", "ProgramBenchmark.workInLock", 1.05);
    times("work in synchronized", "ProgramBenchmark.workInMonitor", 1.05);
    times("a thread started and joined", "ProgramBenchmark.startAndJoin", 1.2);
  }

  private double clock() {
    return untraced("EventBenchmark.nanoTime");
  }

  private double untraced(String benchmark) {
    return of(benchmark, false);
  }

  private double of(String benchmark, boolean traced) {
    for (int i = 0; i < WHAT.length; i++) {
      if (WHAT[i].benchmark().equals(benchmark) && WHAT[i].traced() == traced) {
        return quietest[i];
      }
    }
    throw new IllegalArgumentException(benchmark);
  }

  /** What tracing adds, in readings of the clock. */
  private void added(String what, String benchmark, double limit) {
    limit(
        what + ": (traced - untraced) / nanoTime",
        (of(benchmark, true) - of(benchmark, false)) / clock(),
        limit);
  }

  /** How many times as long it takes. */
  private void times(String what, String benchmark, double limit) {
    limit(what + ": traced / untraced", of(benchmark, true) / of(benchmark, false), limit);
  }

  private static double median(Measured what) throws RunnerException {
    List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx256m"));
    options.add(ALLOWED);
    if (what.traced()) {
      options.add("-javaagent:" + System.getProperty("interleave.agent"));
    }
    Options run =
        new OptionsBuilder()
            .include("interleave\\.bench\\." + what.benchmark().replace(".", "\\.") + "$")
            .forks(1)
            .warmupIterations(WARM_UPS)
            .measurementIterations(SHOTS)
            .timeout(TimeValue.minutes(1))
            .verbosity(VerboseMode.SILENT)
            .jvmArgsAppend(options.toArray(new String[0]))
            .build();
    return new Runner(run).runSingle().getPrimaryResult().getStatistics().getPercentile(50);
  }

  /** Prints one line; without a limit where that is not a number. */
  static void limit(String what, double ratio, double limit) {
    System.out.printf(
        Locale.ROOT,
        "%-60s %7.2f %7s  %s%n",
        what,
        ratio,
        Double.isNaN(limit) ? "" : String.format(Locale.ROOT, "%.2f", limit),
        Double.isNaN(limit) ? "" : ratio <= limit ? "pass" : "FAIL");
  }
}
