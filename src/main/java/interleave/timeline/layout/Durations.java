package interleave.timeline.layout;

import java.util.Locale;

/** Times for readers: as many digits as one can use, and the unit. */
public final class Durations {
  private Durations() {}

  /** {@code 540 ns}, {@code 3.9 ms}, {@code 1.24 s}. */
  public static String show(long ns) {
    long size = Math.abs(ns);
    if (size < 1_000) {
      return ns + " ns";
    }
    if (size < 1_000_000) {
      return digits(ns / 1e3) + " µs";
    }
    if (size < 1_000_000_000) {
      return digits(ns / 1e6) + " ms";
    }
    return digits(ns / 1e9) + " s";
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    int places = size < 10 ? 2 : size < 100 ? 1 : 0;
    String text = String.format(Locale.ROOT, "%." + places + "f", value);
    return places == 2 && text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  /** A moment since the run began, to the microsecond: {@code 1 061.400 ms}. */
  public static String moment(long ns) {
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
