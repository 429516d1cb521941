package interleave.timeline.layout;

/**
 * Maps nanoseconds to pixels. The start is subtracted as a long before anything becomes a double:
 * at an uptime of days a double no longer tells one nanosecond from the next.
 *
 * @param start the time at {@code originX}, together with {@code fraction}
 * @param fraction the part of a nanosecond that the left edge lies beyond start, in [0, 1); it
 *     keeps panning smooth when one nanosecond spans many pixels
 * @param gap what is drawn together before all that is told here
 * @param window how many nanoseconds are in sight
 */
public record TimeScale(
    long start, double fraction, double nsPerPixel, double originX, AxisBreak gap, double window) {
  private static final double FAR = 1e7;

  public TimeScale(long start, double fraction, double nsPerPixel, double originX) {
    this(start, fraction, nsPerPixel, originX, AxisBreak.NONE, 0);
  }

  public TimeScale {
    if (!(nsPerPixel > 0) || Double.isInfinite(nsPerPixel)) {
      throw new IllegalArgumentException("nanoseconds per pixel: " + nsPerPixel);
    }
  }

  /** Where {@code time} lies; kept within ten million pixels, so that it stays drawable. */
  public double x(long time) {
    double ahead = time < gap.to() ? gap.ahead(time, window) : 0;
    long known = Math.max(time, gap.to());
    double x = originX + (subtract(known, start) - fraction - ahead) / nsPerPixel;
    return Math.max(-FAR, Math.min(FAR, x));
  }

  /** The nanosecond that covers {@code x}. */
  public long time(double x) {
    double ns = Math.floor((x - originX) * nsPerPixel + fraction);
    long time = add(start, ns);
    return time < gap.to() ? gap.behind(subtract(gap.to(), start) - ns, window) : time;
  }

  /** Where time begins to pass evenly; before all times where it does so everywhere. */
  public long even() {
    return gap.narrows(window) ? gap.to() : Long.MIN_VALUE;
  }

  /** How wide a duration is. */
  public double width(double ns) {
    return ns / nsPerPixel;
  }

  private static double subtract(long time, long start) {
    long difference = time - start;
    boolean overflow = ((time ^ start) & (time ^ difference)) < 0;
    return overflow ? (double) time - (double) start : (double) difference;
  }

  static long add(long time, double ns) {
    if (ns >= Long.MAX_VALUE - Math.max(time, 0)) {
      return Long.MAX_VALUE;
    }
    long whole = (long) ns;
    long sum = time + whole;
    boolean overflow = ((time ^ sum) & (whole ^ sum)) < 0;
    return overflow ? (whole > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
  }
}
