package interleave.agent.task;

import org.jspecify.annotations.Nullable;

/** A task that the calling thread is in, and what it is known to come to. */
final class TaskRun {
  private static final String OF_SERVICE =
      "java.util.concurrent.ExecutorCompletionService$QueueingFuture";

  private final TaskRecord record;

  /** The object that is run; a task that runs itself once more is still the same one. */
  final Object task;

  /** The one that it is in, or, for a future that is all that one does, that one. */
  private final @Nullable TaskRun outer;

  private final boolean isPart;
  private @Nullable Object result;
  private @Nullable Throwable failure;

  private TaskRun(TaskRecord record, Object task, @Nullable TaskRun outer, boolean isPart) {
    this.record = record;
    this.task = task;
    this.outer = outer;
    this.isPart = isPart;
  }

  /** {@code record} has begun on the calling thread. */
  static TaskRun of(TaskRecord record, Object task, TaskLane mine) {
    TaskRun made = new TaskRun(record, task, mine.run, false);
    mine.run = made;
    return made;
  }

  /**
   * The same for a future of which the result is that of this run: the program or a completion
   * service wrapped it, and knows its result no more. Null when it is another one.
   */
  @Nullable TaskRun part(Object future) {
    return Futures.of(future) == record || task.getClass().getName().equals(OF_SERVICE)
        ? new TaskRun(record, future, this, true)
        : null;
  }

  void over(TaskLane mine, @Nullable Object returned, @Nullable Throwable thrown) {
    if (isPart) {
      if (outer != null) {
        outer.result = returned;
        outer.failure = thrown;
      }
      return;
    }
    if (mine.run == this) {
      mine.run = outer;
    }
    Throwable why = thrown != null ? thrown : failure;
    if (why != null) {
      record.failed(why);
    } else {
      TaskResults.done(record, returned != null ? returned : result);
    }
  }
}
