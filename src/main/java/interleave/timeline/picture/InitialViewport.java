package interleave.timeline.picture;

import interleave.timeline.Timeline;
import interleave.timeline.layout.Viewport;
import interleave.timeline.track.TrackKinds;
import org.jspecify.annotations.Nullable;

/**
 * Where one begins to look at a recording. A JVM that starts takes longer than many a program runs;
 * where that would fill much of the width, the first sight begins shortly before anything happens.
 */
public final class InitialViewport {
  /** So much of the width may show how the program starts. */
  private static final double MOST = 0.2;

  /** So much of the width is left before what happens first. */
  private static final double LEAD = 0.05;

  private static final double MARGIN = 0.02;

  private InitialViewport() {}

  /** The window to begin with, null for the whole run. */
  public static @Nullable Viewport of(Timeline timeline) {
    long first = TrackKinds.STANDARD.firstEvent(timeline);
    double happens = timeline.now() - first;
    if (first == Timeline.OPEN || happens < Viewport.SHORTEST) {
      return null;
    }
    long from = first - (long) (happens * LEAD);
    boolean much = from - timeline.start() > MOST * (timeline.now() - timeline.start());
    return much ? new Viewport(from, 0, (timeline.now() - from) * (1 + MARGIN), 0) : null;
  }
}
