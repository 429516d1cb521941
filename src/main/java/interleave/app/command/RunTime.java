package interleave.app.command;

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
final class RunTime {
  private static final Words WORDS = Words.of("app");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?) ?([a-zµ]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
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

  private RunTime() {}

  /** In nanoseconds. */
  static long parse(String option, String text) {
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
