package interleave.timeline.events;

import interleave.timeline.CounterTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.CounterText;
import interleave.words.Words;

/** The values of a counter. */
public record CounterEvents(Timeline timeline, CounterTrack counter) implements EventSource {
  private static final Words WORDS = Words.of("timeline/slices");

  @Override
  public int size() {
    return counter.size();
  }

  @Override
  public long time(int i) {
    return counter.time(i);
  }

  @Override
  public int at(long time) {
    return counter.at(time);
  }

  @Override
  public EventRow get(int i) {
    return new EventRow(
        time(i),
        counter.process(),
        -1,
        WORDS.get("kind.counter"),
        WORDS.get("counter.is", counter.name(), CounterText.exact(counter.value(i))),
        new ThingRef.CounterValue(counter.index(), i));
  }
}
