package interleave.timeline.hit;

import interleave.timeline.ThingRef;
import org.jspecify.annotations.Nullable;

/**
 * What lies at a point.
 *
 * @param index the process of a triangle or services note, the crowd or process of a note that
 *     there is more; -1 for none
 */
public record Hit(Part part, @Nullable ThingRef thing, int index) {
  public static final Hit NOTHING = new Hit(Part.NOTHING, null, -1);

  public static Hit of(Part part, ThingRef thing) {
    return new Hit(part, thing, -1);
  }

  public static Hit of(Part part) {
    return new Hit(part, null, -1);
  }
}
