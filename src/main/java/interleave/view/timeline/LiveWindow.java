package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.InitialViewport;

/** The window on a run that goes on: all of it while that is short, its newest part later. */
final class LiveWindow {
  private static final double MARGIN = 0.02;
  private static final double SHORTEST = 50e6;

  private LiveWindow() {}

  /** From the first moment to the last, with a little room at the right. */
  static Viewport whole(Timeline timeline) {
    double length = Math.max(timeline.live() ? SHORTEST : 1_000, timeline.now() - timeline.start());
    return new Viewport(timeline.start(), 0, length * (1 + MARGIN), 0);
  }

  /** Where one begins to look: at all that runs, and at what happens in a recording. */
  static Viewport first(Timeline timeline) {
    Viewport sight = timeline.live() ? null : InitialViewport.of(timeline);
    return sight == null ? whole(timeline) : sight;
  }

  /**
   * The window that follows: as long as {@code current}, its right edge at now; the whole run while
   * {@code current} begins at its start.
   */
  static Viewport following(Viewport current, Timeline timeline) {
    if (current.start() <= timeline.start()) {
      return whole(timeline).scrolled(current.scroll());
    }
    double ahead = timeline.now() - current.start() - current.fraction();
    return current.pan(ahead - current.length() * (1 - MARGIN));
  }
}
