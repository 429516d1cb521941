package interleave.view.search;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Extent;
import interleave.timeline.search.Found;
import java.util.Comparator;
import java.util.List;

/**
 * What was found, to be gone through one after the other; at either end it begins anew.
 *
 * @param at which of them one is at
 */
public record FoundWalk(String text, List<Found.Hit> hits, int at) {
  public FoundWalk {
    hits = List.copyOf(hits);
  }

  public Found.Hit hit() {
    return hits.get(at);
  }

  /** The one after (1) or before (-1). */
  public FoundWalk step(int direction) {
    return new FoundWalk(text, hits, Math.floorMod(at + direction, hits.size()));
  }

  /** When it begins; {@link Timeline#OPEN} of what is there all the time. */
  static long time(Timeline timeline, Found.Hit hit) {
    if (hit.thing() instanceof ThingRef.Line(int index) && index < timeline.output().size()) {
      return timeline.output().line(index).time();
    }
    boolean passing =
        hit.kind().moment()
            || hit.thing() instanceof ThingRef.Lane
            || hit.thing() instanceof ThingRef.Process
            || hit.thing() instanceof ThingRef.Phase;
    Extent extent = passing ? Extent.of(timeline, hit.thing()) : null;
    return extent == null ? Timeline.OPEN : extent.from();
  }

  /** In the order of time. */
  static List<Found.Hit> inTime(Timeline timeline, List<Found.Hit> hits) {
    return hits.stream()
        .sorted(Comparator.comparingLong((Found.Hit hit) -> time(timeline, hit)))
        .toList();
  }
}
