package interleave.timeline.events;

import interleave.timeline.OutputTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Lines that were printed. */
public record OutputEvents(Timeline timeline) implements EventSource {
  private static final Words WORDS = Words.of("timeline/events");

  @Override
  public int size() {
    return timeline.output().size();
  }

  @Override
  public long time(int i) {
    return timeline.output().line(i).time();
  }

  @Override
  public int at(long time) {
    return timeline.output().at(time);
  }

  @Override
  public EventRow get(int i) {
    OutputTrack.Line line = timeline.output().line(i);
    return new EventRow(
        line.time(),
        line.process(),
        line.lane(),
        WORDS.get("kind.output"),
        WORDS.get("prints", line.text()),
        new ThingRef.Line(i));
  }
}
