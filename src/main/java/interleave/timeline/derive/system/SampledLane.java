package interleave.timeline.derive.system;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.timeline.ThreadState;
import interleave.timeline.derive.column.SpanColumns;
import org.jspecify.annotations.Nullable;

/**
 * One lane and what the system was seen to say of its thread, in the order of time. Until the next
 * word the thread goes on with what the last one said.
 */
public final class SampledLane {
  /** A thread that has said something was on a processor then, and so shortly behind it. */
  private static final long AWAKE_NS = 50_000;

  private final SpanColumns spans;
  private final Pieces pieces;
  private final Placement placement;
  private @Nullable NativeState state;
  private WaitChannel channel = WaitChannel.UNKNOWN;

  /** Up to when it is decided what the lane shows. */
  private long filled = Long.MIN_VALUE;

  public SampledLane(SpanColumns spans) {
    this.spans = spans;
    pieces = new Pieces(spans);
    placement = new Placement(spans, pieces);
  }

  public Pieces pieces() {
    return pieces;
  }

  /** Before that nothing can begin any more. */
  public long decided() {
    return pieces.lastStart();
  }

  /** What a lane shows since then that would be running by its own events. */
  public ThreadState shown() {
    return shownAs(state);
  }

  /** The system was seen to say that. */
  public void sample(NativeState now, WaitChannel where, ThreadSample sample, long time) {
    long from = Math.max(filled, time - sample.window());
    goOn(from);
    WaitChannel before = channel;
    channel = now == NativeState.STOPPED ? WaitChannel.STOPPED : where;
    if (sample.window() > 0 && from < time) {
      NativeState found = state == null ? NativeState.RUNNING : state; // that began it
      placement.place(new Placement.Look(from, time, found, before, now, channel), sample);
    }
    state = now;
    filled = Math.max(filled, time);
  }

  /** Nothing else was seen until then. */
  public void goOn(long until) {
    long from = filled;
    if (until <= from) {
      return;
    }
    filled = until;
    ThreadState shown = shownAs(state);
    if (shown == ThreadState.RUNNING || spans.size() == 0) {
      return;
    }
    int last = spans.floor(until - 1, spans.size());
    for (int i = Math.max(0, spans.floor(from, spans.size())); i <= last; i++) {
      long begin = spans.start(i);
      long end = Math.min(spans.end(i), until);
      long awake = Math.max(from, begin + AWAKE_NS);
      if (spans.state(i) == ThreadState.RUNNING && awake < end) {
        placement.show(i, awake, shown, channel);
      }
    }
  }

  /** What a lane shows that would be running by its own events. */
  static ThreadState shownAs(@Nullable NativeState state) {
    return state == null
        ? ThreadState.RUNNING
        : switch (state) {
          case UNKNOWN, RUNNING, ZOMBIE, GONE -> ThreadState.RUNNING;
          case READY -> ThreadState.READY;
          case ASLEEP, STOPPED -> ThreadState.UNTRACED_WAIT;
        };
  }
}
