package interleave.timeline.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of a scale, 1, 2 or 5 times a power of ten apart. Where the full time of a tick would
 * be long, the ruler tells one base time and writes the ticks relative to it:
 *
 * <pre>
 *   shallow              | 0 ms     | 400 ms   | 800 ms
 *   deep  412.306 100 ms | +4 µs    | +8 µs    | +12 µs
 * </pre>
 *
 * The base is a round time, so that it stays as it is while one pans by a screen or so.
 *
 * @param step nanoseconds between two ticks
 * @param base what the ticks are relative to, or the start of the run when they are not
 */
public record Ruler(long step, long base, boolean relative, List<Tick> ticks) {
  private static final double NEAREST = 92;
  private static final long DIGITS = 10_000;

  /** One tick and what is written beside it. */
  public record Tick(long time, String label) {}

  /** The ticks that fall between two pixels, for a run that began at {@code origin}. */
  public static Ruler of(TimeScale scale, double left, double right, long origin) {
    long nearest = step(scale.nsPerPixel() * NEAREST);
    long step = TimeText.countsSteps() ? Math.max(TimeText.STEP, nearest) : nearest;
    long from = Math.max(scale.time(left), scale.even()) - origin;
    long to = scale.time(right) - origin;
    boolean relative = Math.max(Math.abs(from), Math.abs(to)) / step > DIGITS;
    long base = relative ? Math.floorDiv(from, step * 10) * step * 10 : 0;
    int unit = unit(step, to - base);
    List<Tick> ticks = new ArrayList<>();
    for (long at = Math.ceilDiv(from, step) * step; at <= to && ticks.size() < 1000; at += step) {
      String label = TimeText.tick(at - base, step, unit);
      ticks.add(new Tick(origin + at, relative ? "+" + label : label));
    }
    return new Ruler(step, origin + base, relative, List.copyOf(ticks));
  }

  /** What the corner says when the ticks are relative. */
  public String corner(long origin) {
    return TimeText.moment(base - origin, power(step));
  }

  /** The smallest 1-2-5 step that is at least {@code ns}. */
  static long step(double ns) {
    long power = 1;
    while (power * 10.0 <= ns && power < Long.MAX_VALUE / 100) {
      power *= 10;
    }
    for (int times : new int[] {1, 2, 5}) {
      if (power * times >= ns) {
        return power * times;
      }
    }
    return power * 10;
  }

  /** The largest power of ten that divides ten steps. */
  private static long power(long step) {
    long power = 1;
    while (step * 10 % (power * 10) == 0) {
      power *= 10;
    }
    return power;
  }

  /** One unit for all ticks: the largest in which the step needs no more than one decimal. */
  private static int unit(long step, long largest) {
    int unit = TimeText.unitFor(step);
    return unit < 3 && largest >= step * 20_000 ? unit + 1 : unit;
  }
}
