package interleave.timeline.events;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.words.Words;

/** Who gets the lock of an interpreter, as far as that was seen. */
public final class GilEvents {
  private static final Words WORDS = Words.of("timeline/events");

  private GilEvents() {}

  public static EventSource of(GilTrack gil) {
    LockTrack.Holds holds = gil.holds();
    return EventSource.of(holds.size(), holds::start, i -> hold(gil, i));
  }

  private static EventRow hold(GilTrack gil, int i) {
    long start = gil.holds().start(i);
    return new EventRow(
        start,
        gil.process(),
        gil.holds().lane(i),
        WORDS.get("kind.gil"),
        WORDS.get("gil"),
        new ThingRef.GilHold(gil.process(), start));
  }
}
