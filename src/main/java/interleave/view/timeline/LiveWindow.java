package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.WholeRun;

/** The window on a run that goes on: all of it while that is short, its newest part later. */
final class LiveWindow {
  private LiveWindow() {}

  /**
   * From the first moment to the last.
   *
   * @param gap how the beginning is drawn together
   */
  static Viewport whole(Timeline timeline, AxisBreak gap) {
    return WholeRun.window(timeline, gap);
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
    return current.pan(ahead - current.length() * (1 - WholeRun.MARGIN));
  }
}
