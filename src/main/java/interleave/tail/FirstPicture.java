package interleave.tail;

import interleave.timeline.Timeline;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;

/**
 * Draws the whole of a run before it is kept. What dominates each pixel is remembered by what was
 * drawn, and kept with it: who opens the file draws the same again, and looks at no event for it.
 */
final class FirstPicture {
  /** A bin is a power of two, so that these are right for all widths between them. */
  private static final double[] WIDTHS = {1_000, 2_000, 4_000};

  private static final double HEIGHT = 2_000;

  private FirstPicture() {}

  /** Where it cannot be drawn, what is kept is as good, but not as fast. */
  static void draw(Timeline timeline) {
    try {
      drawn(timeline);
    } catch (RuntimeException e) {
      System.getLogger(FirstPicture.class.getName())
          .log(System.Logger.Level.WARNING, "What is kept could not be drawn before", e);
    }
  }

  private static void drawn(Timeline timeline) {
    Viewport all = Viewport.of(timeline.start(), timeline.now());
    TimelineDrawing drawing = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even());
    for (double width : WIDTHS) {
      drawing.draw(View.of(timeline, all, PictureAreas.of(width, HEIGHT)));
    }
  }
}
