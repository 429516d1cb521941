package interleave.view.session;

import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Who gets a lock, and after how long. */
record LockSource(Timeline timeline, LockTrack lock) implements EventRowSource {
  private static final Words WORDS = Words.of("view/session");

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
            : WORDS.get("lock", lock.name());
    return new EventRow(
        time(i),
        Lanes.process(timeline, lane),
        lane,
        EventRow.Kind.LOCK,
        text,
        new ThingRef.Hold(lock.index(), time(i)));
  }
}
