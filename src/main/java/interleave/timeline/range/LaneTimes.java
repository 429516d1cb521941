package interleave.timeline.range;

import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;

/** How long a thread was in which state, and how long it lived. */
public final class LaneTimes {
  private static final ThreadState[] STATES = ThreadState.values();

  private final long[] nanos = new long[STATES.length];
  private long lived;

  private LaneTimes() {}

  /** Within a range, as far as the thread lived then. */
  public static LaneTimes of(Timeline timeline, ThreadLane lane, TimeRange range) {
    LaneTimes times = new LaneTimes();
    long from = Math.max(range.from(), lane.start());
    long to = Math.min(Math.min(range.to(), lane.end()), timeline.now());
    if (to > from) {
      times.lived = to - from;
      for (ThreadState state : STATES) {
        times.nanos[state.ordinal()] = lane.spans().nanosIn(state, from, to);
      }
    }
    return times;
  }

  /** In all of its life. */
  public static LaneTimes of(Timeline timeline, ThreadLane lane) {
    return of(timeline, lane, TimeRange.whole(timeline));
  }

  public long in(ThreadState state) {
    return nanos[state.ordinal()];
  }

  /** How long it waited for others, or for what is not traced. */
  public long waited() {
    return in(ThreadState.LOCK_WAIT)
        + in(ThreadState.QUEUE_WAIT)
        + in(ThreadState.JOINING)
        + in(ThreadState.SYNC_WAIT)
        + in(ThreadState.UNTRACED_WAIT);
  }

  public long lived() {
    return lived;
  }
}
