package interleave.timeline.layout;

import java.util.Locale;

/** Times for readers: as many digits as one can use, and the unit. */
public final class Durations {
  private Durations() {}

  /** {@code 540 ns}, {@code 3.9 ms}, {@code 1.24 s}: as beside the bars of a timeline. */
  public static String show(long ns) {
    return TimeText.duration(ns);
  }

  /** A moment since the run began, to the microsecond: {@code 1 061.400 ms}. */
  public static String moment(long ns) {
    if (TimeText.countsSteps()) {
      return TimeText.moment(ns, 1);
    }
    return count(Math.floorDiv(ns, 1_000_000L))
        + String.format(Locale.ROOT, ".%03d ms", Math.floorMod(ns / 1_000, 1_000L));
  }

  /** A number with thin groups: {@code 1 200 014}. */
  public static String count(long n) {
    String digits = Long.toString(Math.abs(n));
    StringBuilder out = new StringBuilder(n < 0 ? "−" : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        out.append(' ');
      }
      out.append(digits.charAt(i));
    }
    return out.toString();
  }
}
