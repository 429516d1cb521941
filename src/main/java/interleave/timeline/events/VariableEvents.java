package interleave.timeline.events;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;

/** Reads and writes of a watched variable. */
public record VariableEvents(Timeline timeline, VariableTrack variable) implements EventSource {
  private static final Words WORDS = Words.of("timeline/events");

  @Override
  public int size() {
    return variable.size();
  }

  @Override
  public long time(int i) {
    return variable.time(i);
  }

  @Override
  public int at(long time) {
    return variable.at(time);
  }

  @Override
  public EventRow get(int i) {
    String value = variable.shown(i);
    String key = variable.isLost(i) ? "write.lost" : variable.write(i) ? "write" : "read";
    int lane = variable.lane(i);
    return new EventRow(
        time(i),
        Lanes.process(timeline, lane),
        lane,
        WORDS.get("kind.variable"),
        WORDS.get(key, value, variable.name()),
        new ThingRef.Access(variable.index(), i));
  }
}
