package interleave.timeline.picture;

import interleave.timeline.Timeline;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.TimeText;
import interleave.timeline.layout.Viewport;

/** The window that shows all of a run. */
public final class WholeRun {
  /** A little room at the right, as a part of the width. */
  public static final double MARGIN = 0.02;

  private static final double SHORTEST = 50e6;

  /** So few steps that each has room for what was done in it. */
  private static final long FEW_STEPS = 10 * TimeText.STEP;

  private WholeRun() {}

  /**
   * From the first moment to the last, with a little room at the right.
   *
   * @param gap how the beginning is drawn together
   */
  public static Viewport window(Timeline timeline, AxisBreak gap) {
    long begin = Math.max(timeline.start(), gap.to());
    double least = !timeline.live() ? 1_000 : timeline.countsSteps() ? FEW_STEPS : SHORTEST;
    double length = Math.max(least, timeline.now() - begin);
    return gap.window(timeline.start(), begin + (long) Math.ceil(length * (1 + MARGIN)));
  }
}
