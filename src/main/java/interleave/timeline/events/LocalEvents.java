package interleave.timeline.events;

import interleave.timeline.LocalTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;

/** When a thread gives a thread-local or scoped value of its own a value. */
public final class LocalEvents {
  private static final Words WORDS = Words.of("timeline/events");

  private LocalEvents() {}

  public static EventSource of(Timeline timeline, LocalTrack local) {
    return EventSource.of(local.size(), local::from, i -> value(timeline, local, i));
  }

  private static EventRow value(Timeline timeline, LocalTrack local, int i) {
    String key = local.scoped() ? "local.bound" : "local.set";
    return new EventRow(
        local.from(i),
        Lanes.process(timeline, local.lane()),
        local.lane(),
        WORDS.get("kind.local"),
        WORDS.get(key, local.name(), local.value(i)),
        new ThingRef.Local(local.index(), local.from(i)));
  }
}
