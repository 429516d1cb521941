package interleave.timeline.events;

import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.StateKey;
import interleave.words.Words;

/** What a thread does from span to span. */
public record LaneEvents(Timeline timeline, ThreadLane lane) implements EventSource {
  private static final Words WORDS = Words.of("timeline/events");

  /** Its spans, and that it ended, which no span tells. */
  @Override
  public int size() {
    return lane.spans().size() + (hasEnded() ? 1 : 0);
  }

  private boolean hasEnded() {
    return lane.end() != Timeline.OPEN;
  }

  @Override
  public long time(int i) {
    return i == lane.spans().size() ? lane.end() : lane.spans().start(i);
  }

  @Override
  public int at(long time) {
    return hasEnded() && lane.end() <= time ? lane.spans().size() : lane.spans().at(time);
  }

  @Override
  public EventRow get(int i) {
    if (i == lane.spans().size()) {
      return end(lane);
    }
    String doing = WORDS.get("state." + StateKey.of(lane.spans(), i));
    String label = lane.spans().label(i);
    String text = label.isBlank() ? doing : WORDS.get("about", doing, label);
    return new EventRow(
        time(i),
        lane.process(),
        lane.index(),
        lane.spans().state(i) == ThreadState.RUNNING
            ? WORDS.get("kind.thread")
            : WORDS.get("kind.wait"),
        text,
        new ThingRef.Span(lane.index(), time(i)));
  }

  private static EventRow end(ThreadLane lane) {
    return new EventRow(
        lane.end(),
        lane.process(),
        lane.index(),
        WORDS.get("kind.thread"),
        WORDS.get("thread.ends"),
        new ThingRef.Lane(lane.index()));
  }
}
