package interleave.exchange.export.page;

import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Held;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.SeenText;
import java.util.List;

/** Puts moments at which threads were seen onto rows: things that take no time. */
final class SeenFilling {
  private final PageRows rows;
  private final Timeline timeline;
  private final Sightings all;

  SeenFilling(PageRows rows, Timeline timeline) {
    this.rows = rows;
    this.timeline = timeline;
    all = timeline.sightings();
  }

  /** Whether there was any. */
  boolean lane(PageRow row, int lane) {
    List<Integer> own = all.ofLane(lane);
    for (int i : own) {
      Sighting seen = all.get(i);
      int state = SeenText.state(seen.state()).ordinal();
      rows.moment(
          row,
          new ThingRef.Sighting(i),
          seen.time(),
          state,
          () -> SeenText.brief(seen),
          seen.site(),
          rows.lane(lane),
          rows.number(new ThingRef.Lock(seen.lock())));
    }
    return !own.isEmpty();
  }

  /** Who had a lock when. */
  boolean lock(PageRow row, int lock) {
    List<Integer> own = all.holdsOf(lock);
    for (int i : own) {
      Held held = all.held(i);
      int look = PageRows.look(Look.HOLD);
      int who = rows.lane(held.lane());
      rows.moment(row, null, held.time(), look, () -> "", held.site(), who, 0);
    }
    return !own.isEmpty();
  }
}
