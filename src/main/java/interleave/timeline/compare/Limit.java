package interleave.timeline.compare;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much worse a run may be than the one it is compared with: of a figure of the run as a whole
 * that much more, or of one of which less is worse that much less.
 *
 * @param by as a part of the first run's, a number of nanoseconds, or a number of things
 * @param part whether it is a part
 * @param text as it was written
 */
public record Limit(Metric metric, double by, boolean part, String text) {
  private static final Pattern TEXT =
      Pattern.compile("([a-z-]+)(?:=([0-9]+(?:\\.[0-9]+)?)\\s*(%|ns|us|ms|s)?)?");

  /** The figures that can have one. */
  public static final List<Metric> METRICS =
      Stream.of(
              Metric.DURATION,
              Metric.WAITED,
              Metric.LOCK_WAIT,
              Metric.LONGEST_WAIT,
              Metric.THROUGHPUT,
              Metric.LOST_UPDATES,
              Metric.LOST_MESSAGES,
              Metric.FAILED_TASKS,
              Metric.DEADLOCKS,
              Metric.OTHER_LINES)
          .toList();

  /** {@code duration=10%}, {@code lock-wait=5ms}, {@code lost-updates}; empty where it is none. */
  public static Optional<Limit> of(String text) {
    Matcher found = TEXT.matcher(text.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    Optional<Metric> metric = Metric.of(found.group(1)).filter(METRICS::contains);
    if (metric.isEmpty()) {
      return Optional.empty();
    }
    String number = found.group(2);
    String unit = found.group(3) == null ? "" : found.group(3);
    boolean time = metric.get().unit() == Metric.Unit.NANOSECONDS;
    boolean fits = number == null || unit.equals("%") || (time ? !unit.isEmpty() : unit.isEmpty());
    double value = number == null ? 0 : Double.parseDouble(number);
    return fits
        ? Optional.of(new Limit(metric.get(), value * factor(unit), unit.equals("%"), text.strip()))
        : Optional.empty();
  }

  private static double factor(String unit) {
    return switch (unit) {
      case "%" -> 0.01;
      case "us" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      default -> 1;
    };
  }

  /**
   * Whether the second run is worse by more. What only one of them tells is not compared, lines
   * aside: those that either has alone count together.
   */
  public boolean isExceeded(Comparison of) {
    if (metric == Metric.OTHER_LINES) {
      double lines = Math.max(1, of.lines().linesA());
      return of.lines().others() > (part ? by * lines : by);
    }
    Optional<Difference> figure = of.ofRun(metric);
    if (figure.isEmpty()) {
      return false;
    }
    Double a = figure.get().a();
    Double b = figure.get().b();
    if (a == null || b == null) {
      return false;
    }
    return metric.worse() * (b - a) > (part ? by * a : by);
  }
}
