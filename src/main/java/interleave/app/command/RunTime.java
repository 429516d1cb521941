package interleave.app.command;

import interleave.engine.sample.StackSampler;
import interleave.words.Words;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments of a run as people write them, since it began: {@code 1.5s}, {@code 250ms}, {@code 12us},
 * {@code 800ns}, and seconds where there is no unit.
 */
public final class RunTime {
  private static final Words WORDS = Words.of("app");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?) ?([a-zµ]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "h",
          3_600_000_000_000L,
          "min",
          60_000_000_000L,
          "",
          1_000_000_000L,
          "s",
          1_000_000_000L,
          "ms",
          1_000_000L,
          "us",
          1_000L,
          "µs",
          1_000L,
          "ns",
          1L);

  /** An interval between two samples, of milliseconds: {@code 10}, {@code 20ms}, {@code 2.5}. */
  private static final Pattern INTERVAL = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)(?:ms)?");

  private static final double SHORTEST_MS = 1;
  private static final double LONGEST_MS = 1000;
  private static final double MILLISECOND = 1e6;

  private RunTime() {}

  /** Whether that is meant to be an interval between samples, and not what is to be run. */
  static boolean isInterval(String typed) {
    return INTERVAL.matcher(typed).matches();
  }

  /** An interval between samples in ns; the usual one where nothing was typed. */
  static long interval(String typed) {
    if (typed.isEmpty()) {
      return StackSampler.INTERVAL_NS;
    }
    Matcher matcher = INTERVAL.matcher(typed);
    double ms = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    if (ms < SHORTEST_MS || ms > LONGEST_MS) {
      throw new UsageException(WORDS.get("usage.samples", typed));
    }
    return (long) (ms * MILLISECOND);
  }

  /** In nanoseconds. */
  public static long parse(String option, String text) {
    Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    Long unit = time.matches() ? UNITS.get(time.group(2)) : null;
    BigDecimal ns =
        unit == null ? null : new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(unit));
    if (ns == null || ns.compareTo(BigDecimal.valueOf(1L << 61)) > 0) {
      throw new UsageException(WORDS.get("usage.time", option, text));
    }
    return ns.longValue();
  }
}
