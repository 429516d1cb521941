package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.event.Flags;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** As {@link PoolEdges}, of what a pool does not take, and of what is taken out of it. */
public final class RefusalEdges {
  private RefusalEdges() {}

  /** A pool asks its handler what to do with what it does not take. */
  public static void refuses() {
    try {
      TaskLane mine = TaskLane.current();
      mine.refusal = new Refusal(mine.refusal);
    } catch (Throwable e) {
      // What the handler takes out of the queue is not known to be dropped.
    }
  }

  /** The program takes {@code element} out of a queue; perhaps a pool's, to make room in it. */
  public static void takenOut(Lane lane, Object element) {
    if (PoolEdges.areUsed()) {
      Refusal refusal = TaskLane.of(lane).refusal;
      if (refusal != null) {
        refusal.takenOut(element);
      }
    }
  }

  /** The handler has returned: is {@code command} anywhere? */
  public static void refused(
      @Nullable Object handler, @Nullable Object queue, @Nullable Object command) {
    try {
      over();
      TaskRecord record = command == null ? null : Futures.of(command);
      if (record == null || !record.isNew() || command == null) {
        return;
      }
      boolean discards = handler instanceof ThreadPoolExecutor.DiscardPolicy;
      if (discards || !QueueContents.mayHold(queue, command)) {
        record.dropped(Flags.CANCELLED, "dropped by the pool");
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static void over() {
    TaskLane mine = TaskLane.current();
    Refusal refusal = mine.refusal;
    if (refusal != null) {
      mine.refusal = refusal.outer;
      refusal.over();
    }
  }

  /** The handler threw. */
  public static void rejected(@Nullable Object command) {
    try {
      over();
    } catch (Throwable e) {
      // Not recorded.
    }
    drop(command, "rejected by the pool");
  }

  /** The oldest task was taken out of a full queue, to make room. */
  public static void pushedOut(@Nullable Object command) {
    drop(command, "dropped for a newer one");
  }

  static void drop(@Nullable Object command, String why) {
    try {
      TaskRecord record = command == null ? null : Futures.waiting(command);
      if (record != null) {
        record.dropped(Flags.CANCELLED, why);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
