package interleave.timeline.layout;

import interleave.timeline.CounterTrack;
import interleave.timeline.Timeline;
import java.util.Locale;

/** How values of counters are written. */
public final class CounterText {
  private static final String[] UNITS = {"", " k", " M", " G", " T", " P"};
  private static final double LEAST = 0.001;

  private CounterText() {}

  /** {@code 12.5}, {@code 3.42 M}: three digits or four. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return value > 0 ? "∞" : value < 0 ? "−∞" : "–";
    }
    double size = Math.abs(value);
    String sign = value < 0 ? "−" : "";
    if (size != 0 && size < LEAST || size >= 1e18) {
      return sign + String.format(Locale.ROOT, "%.2e", size);
    }
    int unit = 0;
    while (size >= 10_000 && unit < UNITS.length - 1 || unit > 0 && size >= 1000) {
      size /= 1000;
      unit++;
    }
    return sign + digits(size) + UNITS[unit];
  }

  private static String digits(double size) {
    if (size == Math.rint(size) && size < 10_000) {
      return Long.toString((long) size);
    }
    int places = size >= 100 ? 1 : size >= 10 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%." + places + "f", size);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /** Up to when its last value counts: its process may have ended before all is over. */
  public static long end(Timeline timeline, CounterTrack counter) {
    if (counter.process() < 0 || counter.size() == 0) {
      return timeline.now();
    }
    long over = timeline.processes().get(counter.process()).end();
    return Math.clamp(over, counter.time(counter.size() - 1), timeline.now());
  }

  /** To the last digit. */
  public static String exact(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
