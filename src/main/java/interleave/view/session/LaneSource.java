package interleave.view.session;

import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;

/** What a thread does from span to span. */
record LaneSource(Timeline timeline, ThreadLane lane) implements HappeningSource {
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
  public Happening get(int i) {
    String doing =
        switch (lane.spans().state(i)) {
          case RUNNING -> "runs";
          case SLEEPING -> "sleeps";
          case LOCK_WAIT -> "waits for a lock";
          case QUEUE_WAIT -> "waits for a queue";
          case JOINING -> "waits for an end";
          case SYNC_WAIT -> "waits for others";
          case IO -> "input or output";
        };
    String label = lane.spans().label(i);
    String text = label.isBlank() ? doing : doing + ": " + label;
    return new Happening(
        time(i),
        lane.process(),
        lane.index(),
        lane.spans().state(i) == ThreadState.RUNNING ? Happening.Kind.THREAD : Happening.Kind.WAIT,
        text,
        new ThingRef.Span(lane.index(), time(i)));
  }
}
