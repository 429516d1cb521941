package interleave.bench;

import java.util.Collection;
import java.util.Comparator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of this folder and prints what each costs as a multiple of one {@code
 * System.nanoTime()} measured in the same run: nanoseconds differ from machine to machine, ratios
 * hardly do.
 */
public final class Report {
  private Report() {}

  /** With a regular expression as argument only the benchmarks it matches run, and the clock. */
  public static void main(String[] args) throws Exception {
    var options =
        new OptionsBuilder()
            .include(args.length == 0 ? "interleave\\.bench\\." : args[0])
            .include(ClockBenchmark.class.getName())
            .jvmArgsAppend("-Dinterleave.agent=" + System.getProperty("interleave.agent"))
            .verbosity(VerboseMode.SILENT)
            .build();
    print(new Runner(options).run());
  }

  private static void print(Collection<RunResult> results) {
    double clock =
        results.stream()
            .filter(result -> name(result).equals("ClockBenchmark.nanoTime"))
            .mapToDouble(result -> result.getPrimaryResult().getScore())
            .findFirst()
            .orElseThrow();
    System.out.printf("%-50s %12s %12s%n", "benchmark", "ns", "x nanoTime");
    results.stream()
        .sorted(Comparator.comparing(Report::name))
        .forEach(
            result -> {
              double score = result.getPrimaryResult().getScore();
              System.out.printf("%-50s %12.1f %12.2f%n", name(result), score, score / clock);
            });
  }

  private static String name(RunResult result) {
    return result.getParams().getBenchmark().replace("interleave.bench.", "");
  }
}
