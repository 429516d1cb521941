package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Viewport;

/** The window on a run that goes on: all of it while that is short, its newest part later. */
final class LiveWindow {
  private static final double MARGIN = 0.02;
  private static final double SHORTEST = 50e6;

  private LiveWindow() {}

  /**
   * From the first moment to the last, with a little room at the right.
   *
   * @param gap how the beginning is drawn together
   */
  static Viewport whole(Timeline timeline, AxisBreak gap) {
    long begin = Math.max(timeline.start(), gap.to());
    double length = Math.max(timeline.live() ? SHORTEST : 1_000, timeline.now() - begin);
    return gap.window(timeline.start(), begin + (long) Math.ceil(length * (1 + MARGIN)));
  }

  /**
   * The window that follows: as long as {@code current}, its right edge at now; the whole run while
   * {@code current} begins at its start.
   */
  static Viewport following(Viewport current, Timeline timeline) {
    if (current.first() <= timeline.start()) {
      return whole(timeline, current.gap()).scrolled(current.scroll());
    }
    double ahead = timeline.now() - current.start() - current.fraction();
    return current.pan(ahead - current.length() * (1 - MARGIN));
  }
}
