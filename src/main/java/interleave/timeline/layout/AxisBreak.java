package interleave.timeline.layout;

/**
 * A stretch at the beginning of a run that takes a small part of the width, however long it is:
 *
 * <pre>
 *   JVM starting, 0.4 s
 *   |‹        ›|                                            |
 *   0       0.4 s            0.5 s            0.6 s
 * </pre>
 *
 * From {@code to} on the axis is time itself. Before, it is drawn together, so that a window that
 * shows all begins at {@code to} less what the break takes. Where it would be as narrow all the
 * same, nothing is drawn together.
 */
public record AxisBreak(long from, long to) {
  public static final AxisBreak NONE = new AxisBreak(Long.MIN_VALUE, Long.MIN_VALUE);

  /** So much of the width it takes. */
  private static final double SHARE = 0.06;

  /** How long it is. */
  public long length() {
    return to - from;
  }

  /** How many nanoseconds of the axis it takes in a window that is so long. */
  double drawn(double window) {
    return Math.min(length(), SHARE * window);
  }

  /** Whether time is drawn together in a window that is so long. */
  public boolean narrows(double window) {
    return drawn(window) < length();
  }

  /** How far before {@code to} a time lies on the axis, in a window that is so long. */
  double ahead(long time, double window) {
    double drawn = drawn(window);
    return time < from ? drawn + ((double) from - time) : drawn * ((double) (to - time) / length());
  }

  /** The time that lies so far before {@code to} on the axis. */
  long behind(double ahead, double window) {
    double drawn = drawn(window);
    return ahead > drawn
        ? TimeScale.add(from, drawn - ahead)
        : TimeScale.add(to, Math.floor(-ahead / drawn * length()));
  }

  /** The window that begins at one time and ends at another, which comes after the break. */
  public Viewport window(long begin, long end) {
    if (begin >= to || end <= to) {
      return Viewport.of(begin, end).broken(this);
    }
    double share = Math.min(1, (double) (to - begin) / length());
    double rest = (double) end - to;
    double narrowed = rest / (1 - share * SHARE);
    if (!narrows(narrowed)) {
      return Viewport.of(begin, end).broken(this);
    }
    return Viewport.of(to, end).broken(this).pan(-share * SHARE * narrowed).lengthened(narrowed);
  }
}
