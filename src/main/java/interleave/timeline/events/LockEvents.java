package interleave.timeline.events;

import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;

/** Who gets a lock, and after how long. */
public record LockEvents(Timeline timeline, LockTrack lock) implements EventSource {
  private static final Words WORDS = Words.of("timeline/events");

  @Override
  public int size() {
    return lock.holds().size();
  }

  @Override
  public long time(int i) {
    return lock.holds().start(i);
  }

  @Override
  public int at(long time) {
    return lock.holds().at(time);
  }

  @Override
  public EventRow get(int i) {
    int lane = lock.holds().lane(i);
    long waited = lock.holds().waited(i);
    String text =
        waited > 0
            ? WORDS.get("lock.after", lock.name(), Durations.show(waited))
            : WORDS.get(lock.isUntold() ? "lock.had" : "lock", lock.name());
    return new EventRow(
        time(i),
        Lanes.process(timeline, lane),
        lane,
        WORDS.get("kind.lock"),
        text,
        new ThingRef.Hold(lock.index(), time(i)));
  }
}
