package interleave.timeline.seen;

import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.events.EventRow;
import interleave.timeline.events.EventSource;
import interleave.timeline.layout.SeenText;
import interleave.words.Words;

/** What threads were seen doing, for the table of events. */
public final class SeenEvents {
  private static final Words WORDS = Words.of("timeline/seen");

  private SeenEvents() {}

  public static EventSource of(Timeline timeline) {
    Sightings all = timeline.sightings();
    return EventSource.of(all.size(), i -> all.get(i).time(), i -> row(timeline, all.get(i), i));
  }

  private static EventRow row(Timeline timeline, Sighting seen, int index) {
    return new EventRow(
        seen.time(),
        timeline.lanes().get(seen.lane()).process(),
        seen.lane(),
        WORDS.get("kind"),
        SeenText.brief(seen),
        new ThingRef.Sighting(index));
  }
}
