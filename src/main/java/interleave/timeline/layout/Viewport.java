package interleave.timeline.layout;

/**
 * The window through which a timeline is looked at: from when, how long, and how far scrolled down.
 *
 * @param start first nanosecond at the left edge
 * @param fraction the part of a nanosecond beyond it, in [0, 1)
 * @param length how many nanoseconds fit into the width
 * @param scroll pixels that the rows are scrolled up by
 * @param gap what is drawn together at the beginning; where the left edge lies in it, {@code start}
 *     is where that is on the axis, and {@link #first} what it shows
 */
public record Viewport(long start, double fraction, double length, double scroll, AxisBreak gap) {
  /** As deep as one can zoom: a nanosecond is then some fifty pixels wide. */
  public static final double SHORTEST = 20;

  /** As far as one can zoom out: a day. */
  public static final double LONGEST = 86_400e9;

  public Viewport {
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException("length: " + length);
    }
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException("fraction: " + fraction);
    }
  }

  public Viewport(long start, double fraction, double length, double scroll) {
    this(start, fraction, length, scroll, AxisBreak.NONE);
  }

  /** The window [from, to), with at least the shortest length. */
  public static Viewport of(long from, long to) {
    return new Viewport(from, 0, clampLength((double) to - from), 0);
  }

  /** The window around [from, to) with a margin on each side, as a fraction of its length. */
  public static Viewport around(long from, long to, double margin) {
    double length = clampLength((double) (to - from));
    Viewport tight = new Viewport(from, 0, length, 0);
    double centred = (length - (to - from)) / 2;
    return tight.lengthened(clampLength(length * (1 + 2 * margin))).pan(-length * margin - centred);
  }

  /** The same where time is drawn together as that says. */
  public Viewport broken(AxisBreak otherwise) {
    return new Viewport(start, fraction, length, scroll, otherwise);
  }

  /** The time at the left edge. */
  public long first() {
    return start >= gap.to() ? start : scale(0, 1).time(0);
  }

  /** One beyond the time at the right edge. */
  public long end() {
    long end = TimeScale.add(start, Math.ceil(fraction + length));
    return end >= gap.to() ? end : scale(0, 1).time(1);
  }

  /** How many nanoseconds of the axis a time lies behind the left edge. */
  public double until(long time) {
    boolean together = time < gap.to();
    double ahead = together ? gap.ahead(time, length) : 0;
    return (double) ((together ? gap.to() : time) - start) - fraction - ahead;
  }

  /** Where a time lies in the width: 0 at the left edge, 1 at the right one. */
  public double share(long time) {
    return until(time) / length;
  }

  public TimeScale scale(double originX, double width) {
    double each = length / Math.max(1, width);
    return new TimeScale(start, fraction, each, originX, gap, length);
  }

  /** Moves by so many nanoseconds, which may be a fraction of one. */
  public Viewport pan(double ns) {
    double moved = fraction + ns;
    double whole = Math.floor(moved);
    double rest = moved - whole;
    // The difference of two doubles may round up to 1.
    return new Viewport(
        TimeScale.add(start, rest >= 1 ? whole + 1 : whole),
        rest >= 1 ? 0 : rest,
        length,
        scroll,
        gap);
  }

  /**
   * Shows {@code factor} times as long a time; what lies at {@code anchor} (0 left edge, 1 right
   * edge) stays where it is.
   */
  public Viewport zoom(double factor, double anchor) {
    double longer = clampLength(length * factor);
    return pan((length - longer) * anchor).lengthened(longer);
  }

  public Viewport scrolled(double pixels) {
    return new Viewport(start, fraction, length, pixels, gap);
  }

  public Viewport lengthened(double ns) {
    return new Viewport(start, fraction, ns, scroll, gap);
  }

  /** Moved back so that at least half of it shows something of [from, to). */
  public Viewport clamp(long from, long to) {
    double margin = length / 2;
    double left = -until(from);
    double right = until(to) + left;
    if (left < -margin) {
      return pan(-margin - left);
    }
    if (left > right - margin) {
      return pan(Math.max(-margin, right - margin) - left);
    }
    return this;
  }

  /**
   * The window a step of an animation further: {@code progress} 0 is this, 1 is the other. Lengths
   * grow by equal ratios, so that a zoom seems steady, and the point both share stays in place.
   */
  public Viewport towards(Viewport other, double progress) {
    if (progress >= 1) {
      return other;
    }
    double at = length * Math.pow(other.length / length, progress);
    double offset = (double) (other.start - start) + other.fraction - fraction;
    double change = other.length - length;
    double share = Math.abs(change) < length * 1e-9 ? progress : (at - length) / change;
    double down = scroll + (other.scroll - scroll) * progress;
    return pan(offset * share).lengthened(clampLength(at)).scrolled(down);
  }

  private static double clampLength(double ns) {
    return Math.max(SHORTEST, Math.min(LONGEST, ns));
  }
}
