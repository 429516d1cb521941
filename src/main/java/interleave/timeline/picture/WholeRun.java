package interleave.timeline.picture;

import interleave.timeline.Timeline;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Viewport;

/** The window that shows all of a run. */
public final class WholeRun {
  /** A little room at the right, as a part of the width. */
  public static final double MARGIN = 0.02;

  private static final double SHORTEST = 50e6;

  private WholeRun() {}

  /**
   * From the first moment to the last, with a little room at the right.
   *
   * @param gap how the beginning is drawn together
   */
  public static Viewport window(Timeline timeline, AxisBreak gap) {
    long begin = Math.max(timeline.start(), gap.to());
    double length = Math.max(timeline.live() ? SHORTEST : 1_000, timeline.now() - begin);
    return gap.window(timeline.start(), begin + (long) Math.ceil(length * (1 + MARGIN)));
  }
}
