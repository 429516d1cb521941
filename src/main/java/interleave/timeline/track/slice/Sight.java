package interleave.timeline.track.slice;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeScale;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a timeline in a picture, from left to right.
 *
 * @param from the first nanosecond that is seen
 * @param to one beyond the last
 */
public record Sight(
    Timeline timeline,
    Folds folds,
    TimeScale scale,
    double left,
    double right,
    long from,
    long to,
    @Nullable ThingRef selection,
    @Nullable ThingRef hover) {
  private static final double BEYOND = 8;
  private static final double FAR = 3000;

  double x(long time) {
    return scale.x(time);
  }

  /** The same, but not far outside of what is seen. */
  double near(long time) {
    return Math.clamp(scale.x(time), left - BEYOND, right + BEYOND);
  }

  /** Where an arrow begins or ends, which may be elsewhere; not a million pixels away. */
  double far(long time) {
    return Math.clamp(scale.x(time), left - FAR, right + FAR);
  }

  boolean lit(ThingRef thing) {
    return thing.equals(selection) || thing.equals(hover);
  }
}
