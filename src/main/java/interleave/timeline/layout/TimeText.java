package interleave.timeline.layout;

import interleave.timeline.Timeline;
import interleave.words.Words;

/** Times as the ruler writes them: {@code 1 061.4 ms}, {@code 412.306 118 ms}, {@code +4 µs}. */
public final class TimeText {
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};
  private static final long[] NS = {1, 1_000, 1_000_000, 1_000_000_000};

  private static final Words WORDS = Words.of("timeline/steps");

  /** What one step takes, as events say it. */
  public static final long STEP = 1_000_000;

  /** What a run begins with before its first step is less than that. */
  private static final long WITHIN = STEP / 100;

  /** Whether the run that the calling thread writes about counts steps. */
  private static final ThreadLocal<Boolean> STEPS = ThreadLocal.withInitial(() -> false);

  private TimeText() {}

  /** From here on the calling thread writes times by the clock of that run. */
  public static void by(Timeline timeline) {
    if (STEPS.get() != timeline.countsSteps()) {
      STEPS.set(timeline.countsSteps());
    }
  }

  /** Whether times are steps of a run under control, and not nanoseconds. */
  public static boolean countsSteps() {
    return STEPS.get();
  }

  private static long steps(long ns) {
    return Math.round((double) ns / STEP);
  }

  /** {@code step 12}. */
  private static String step(long ns) {
    return WORDS.get("moment", Durations.count(Math.floorDiv(ns + WITHIN, STEP)));
  }

  /** The largest unit in which {@code ns} is at least one. */
  static int unitFor(long ns) {
    long size = Math.abs(ns);
    int unit = 0;
    while (unit < 3 && size >= NS[unit + 1]) {
      unit++;
    }
    return unit;
  }

  /**
   * A moment since the start, in milliseconds, told as finely as {@code resolution} nanoseconds.
   */
  public static String moment(long ns, double resolution) {
    if (countsSteps()) {
      return step(ns);
    }
    if (resolution >= NS[3] / 10.0) {
      return decimal(ns, 3, resolution) + " s";
    }
    return decimal(ns, 2, resolution) + " ms";
  }

  /** A duration with about three digits: {@code 41.2 ms}, {@code 2.4 µs}, {@code 280 ns}. */
  public static String duration(long ns) {
    if (countsSteps()) {
      return WORDS.count("duration", steps(ns), Durations.count(steps(ns)));
    }
    int unit = unitFor(ns);
    double size = Math.abs((double) ns) / NS[unit];
    double resolution = (size >= 100 ? 1 : size >= 10 ? 0.1 : 0.01) * NS[unit];
    String text = decimal(ns, unit, Math.max(1, resolution));
    return trimZeros(text) + " " + UNITS[unit];
  }

  /** {@code ns} in the unit of {@code step}, with as many decimals as the step needs. */
  static String tick(long ns, long step) {
    int unit = Math.max(unitFor(step), 0);
    return tick(ns, step, unit);
  }

  static String tick(long ns, long step, int unit) {
    if (countsSteps()) {
      return step(ns);
    }
    return trimZeros(decimal(ns, unit, step)) + " " + UNITS[unit];
  }

  /** Digits of the whole part in groups of three, and of the decimals too, with a narrow space. */
  private static String decimal(long ns, int unit, double resolution) {
    int decimals = 0;
    for (double left = NS[unit]; left > resolution * 1.0001 && decimals < unit * 3; left /= 10) {
      decimals++;
    }
    long drop = pow10(unit * 3 - decimals);
    long rounded = Math.round((double) Math.abs(ns % 1_000_000_000_000L) / drop);
    long whole = Math.abs(ns / 1_000_000_000_000L) * (1_000_000_000_000L / drop) + rounded;
    long one = pow10(decimals);
    StringBuilder text = new StringBuilder();
    if (ns < 0 && whole != 0) {
      text.append('\u2212');
    }
    text.append(grouped(whole / one));
    if (decimals > 0) {
      String digits = String.format("%0" + decimals + "d", whole % one);
      text.append('.').append(digits, 0, Math.min(3, decimals));
      for (int i = 3; i < decimals; i += 3) {
        text.append(' ').append(digits, i, Math.min(i + 3, decimals));
      }
    }
    return text.toString();
  }

  private static String grouped(long whole) {
    String digits = Long.toString(whole);
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      text.insert(i, ' ');
    }
    return text.toString();
  }

  private static String trimZeros(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0' || text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private static long pow10(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
