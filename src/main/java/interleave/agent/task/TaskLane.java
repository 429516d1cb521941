package interleave.agent.task;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/** The tasks that one thread is in, and those that it is about to hand to pools. */
final class TaskLane {
  private static final Lane.Slot<TaskLane> SLOT = Lane.slot();

  /** How many tasks of pools this thread is in. */
  int running;

  /** How many loops of pools' workers this thread is in; between their tasks it waits for one. */
  int working;

  /** What this thread is about to hand to a pool, the innermost first. */
  @Nullable Submission submitting;

  /** The same where it is several at once. */
  BatchHooks.@Nullable Batch batch;

  /** The innermost task that it runs for a pool. */
  @Nullable TaskRun run;

  /** The innermost handler of a pool that it is in. */
  @Nullable Refusal refusal;

  private long submissions;

  private TaskLane() {}

  static TaskLane of(Lane lane) {
    TaskLane found = lane.get(SLOT);
    if (found == null) {
      found = new TaskLane();
      lane.put(SLOT, found);
    }
    return found;
  }

  /** Of the calling thread. */
  static TaskLane current() {
    return of(Lane.current());
  }

  /** {@code made} is what is handed in now, inside whatever was before; its number. */
  long submit(Submission made) {
    made.outer = submitting;
    made.number = ++submissions;
    submitting = made;
    return made.number;
  }

  /** Whether it hands in {@code task} already, or what that became, and nobody has begun it. */
  boolean isHandingIn(Object task) {
    Submission innermost = submitting;
    if (innermost == null) {
      return false;
    }
    TaskRecord record = innermost.record;
    return innermost.task == task
        ? record == null || record.isNew()
        : record != null && record.isNew() && Futures.of(task) == record;
  }

  /** What is handed in under that number; null when it is not the innermost. */
  @Nullable TaskRecord submitted(long number) {
    Submission innermost = submitting;
    return innermost != null && innermost.number == number ? innermost.record : null;
  }

  /** What was handed in under that number, which is so no more. */
  @Nullable TaskRecord taken(long number) {
    Submission each = submitting;
    while (each != null && each.number != number) {
      each = each.outer; // one that never came back
    }
    if (each == null) {
      return null;
    }
    submitting = each.outer;
    return each.record;
  }
}
