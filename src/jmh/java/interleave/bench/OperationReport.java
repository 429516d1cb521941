package interleave.bench;

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
 * What recording one event costs in Java, and what tracing adds to one operation of a program: runs
 * the JMH benchmarks, each in a JVM of its own, and prints ratios with their limits. All is
 * measured three times, one after the other, and the quietest median counts: whatever else the
 * machine does only ever adds.
 *
 * <p>The measured JVMs need a recording in their environment, which a JVM cannot give itself: so
 * {@link Report} starts this with one.
 */
final class OperationReport {
  private static final int ROUNDS = 3;
  private static final int WARM_UPS = 100;
  private static final int SHOTS = 150;

  /** JMH uses what the JDK warns of. */
  static final String ALLOWED = "--sun-misc-unsafe-memory-access=allow";

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

  private final Limits limits = new Limits(System.out);

  private OperationReport() {}

  public static void main(String[] arguments) throws RunnerException {
    OperationReport report = new OperationReport();
    report.measure();
    System.exit(report.limits.kept() ? 0 : 1);
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
    limits.title();
    double event = untraced("EventBenchmark.instantEvent");
    limits.line("instant event / nanoTime", event / clock(), 1.1);
    limits.line("instant event / JFR commit", event / untraced("EventBenchmark.jfrCommit"), 0.8);
    added("lock() + unlock()", "LockBenchmark.lockAndUnlock", 3.5);
    added("synchronized", "LockBenchmark.enterAndLeave", 5);
    added("put() + take()", "QueueBenchmark.putAndTake", 5);
    added("put() + take(), linked", "QueueBenchmark.putAndTakeLinked", 6);
    times("work in a lock", "ProgramBenchmark.workInLock", 1.05);
    times("work in synchronized", "ProgramBenchmark.workInMonitor", 1.05);
    times("a thread started and joined", "ProgramBenchmark.startAndJoin", 1.4);
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
    limits.line(
        what + ": (traced - untraced) / nanoTime",
        (of(benchmark, true) - of(benchmark, false)) / clock(),
        limit);
  }

  /** How many times as long it takes. */
  private void times(String what, String benchmark, double limit) {
    limits.line(what + ": traced / untraced", of(benchmark, true) / of(benchmark, false), limit);
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
}
