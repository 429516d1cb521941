package interleave.view.session;

import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** What a thread does from span to span. */
record LaneSource(Timeline timeline, ThreadLane lane) implements EventRowSource {
  private static final Words WORDS = Words.of("view/session");

  @Override
  public int size() {
    return lane.spans().size();
  }

  @Override
  public long time(int i) {
    return lane.spans().start(i);
  }

  @Override
  public int at(long time) {
    return lane.spans().at(time);
  }

  @Override
  public EventRow get(int i) {
    String doing = WORDS.get("state." + lane.spans().state(i));
    String label = lane.spans().label(i);
    String text = label.isBlank() ? doing : WORDS.get("about", doing, label);
    return new EventRow(
        time(i),
        lane.process(),
        lane.index(),
        lane.spans().state(i) == ThreadState.RUNNING ? EventRow.Kind.THREAD : EventRow.Kind.WAIT,
        text,
        new ThingRef.Span(lane.index(), time(i)));
  }
}
