package interleave.agent.task;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/** The tasks that one thread is in, and those that it is about to hand to pools. */
final class TaskLane {
  private static final Lane.Slot<TaskLane> SLOT = Lane.slot();

  /** How many tasks of pools this thread is in. */
  int running;

  /** What this thread is about to hand to a pool, the innermost first. */
  @Nullable TaskRecord submitting;

  /** The same where it is several at once. */
  BatchHooks.@Nullable Batch batch;

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

  /** {@code record} is what is handed in now, inside whatever was before. */
  void submit(TaskRecord record) {
    record.outer = submitting;
    submitting = record;
  }
}
