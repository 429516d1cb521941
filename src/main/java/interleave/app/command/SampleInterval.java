package interleave.app.command;

import interleave.engine.sample.StackSampler;
import interleave.words.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long between two samples, as it is typed: {@code 10}, {@code 20ms}, {@code 2.5}. */
final class SampleInterval {
  private static final Words WORDS = Words.of("app");
  private static final Pattern TYPED = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)(?:ms)?");
  private static final double SHORTEST_MS = 1;
  private static final double LONGEST_MS = 1000;
  private static final double MILLISECOND = 1e6;

  private SampleInterval() {}

  /** Whether that is meant to be one, and not what is to be run. */
  static boolean isOne(String typed) {
    return TYPED.matcher(typed).matches();
  }

  /** In ns; the usual one where nothing was typed. */
  static long parse(String typed) {
    if (typed.isEmpty()) {
      return StackSampler.INTERVAL_NS;
    }
    Matcher matcher = TYPED.matcher(typed);
    double ms = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    if (ms < SHORTEST_MS || ms > LONGEST_MS) {
      throw new UsageException(WORDS.get("usage.samples", typed));
    }
    return (long) (ms * MILLISECOND);
  }
}
