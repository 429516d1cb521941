package interleave.timeline.draw;

import interleave.timeline.hit.HitMap;
import interleave.timeline.layout.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A drawn timeline: what to paint and what lies where.
 *
 * @param rows the rows it was made of, null for a picture that has none
 * @param contentHeight the height it would need to show all rows without scrolling
 */
public record Picture(DisplayList list, HitMap hits, @Nullable Rows rows, double contentHeight) {
  public static final Picture EMPTY = new Picture(DisplayList.EMPTY, HitMap.EMPTY, null, 0);
}
