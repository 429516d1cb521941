package interleave.agent.task;

import interleave.agent.trace.Exceptions;
import interleave.agent.trace.Lane;
import interleave.event.Flags;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what hands tasks to executors.
 *
 * <p>The JDK runs them in code that is not rewritten, so the executor gets a {@link TracedTask} in
 * place of the task; {@link Identity} says where that is possible without anybody noticing. A task
 * is recorded only when its beginning will be seen, since it would seem to wait for ever otherwise.
 *
 * <p>A token is the id of the task. No hook lets an exception out.
 */
public final class PoolHooks {
  private static final long NOTHING = 0;

  private PoolHooks() {}

  /** Before {@code execute(task)}. */
  public static long executeBegin(@Nullable Object pool, @Nullable Runnable task, int site) {
    return begin(pool, task, true, site);
  }

  /** Before {@code submit(task)}. */
  public static long submitBegin(@Nullable Object pool, @Nullable Runnable task, int site) {
    return begin(pool, task, false, site);
  }

  public static long submitBegin(
      @Nullable Object pool, @Nullable Runnable task, @Nullable Object result, int site) {
    return begin(pool, task, false, site);
  }

  public static long submitBegin(@Nullable Object pool, @Nullable Callable<?> task, int site) {
    return begin(pool, task, false, site);
  }

  /** Before {@code schedule(task, delay, unit)}. */
  public static long submitBegin(
      @Nullable Object pool,
      @Nullable Runnable task,
      long delay,
      @Nullable TimeUnit unit,
      int site) {
    return begin(pool, task, false, site);
  }

  public static long submitBegin(
      @Nullable Object pool,
      @Nullable Callable<?> task,
      long delay,
      @Nullable TimeUnit unit,
      int site) {
    return begin(pool, task, false, site);
  }

  /** Before {@code scheduleAtFixedRate} and {@code scheduleWithFixedDelay}. */
  public static long submitBegin(
      @Nullable Object pool,
      @Nullable Runnable task,
      long delay,
      long period,
      @Nullable TimeUnit unit,
      int site) {
    return begin(pool, task, false, site);
  }

  private static long begin(
      @Nullable Object pool, @Nullable Object task, boolean execute, int site) {
    try {
      if (pool == null || task == null || task instanceof ForkJoinTask<?>) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      if (!Identity.mayBeAnother(pool, execute)) {
        UnwrappableTasks.submitted(lane, pool, task, site);
        return NOTHING;
      }
      TaskRecord record =
          TaskRecord.submitted(lane, Pools.known(pool, site), TaskNames.of(task), 0, site);
      TaskLane.of(lane).submit(record);
      return record.id;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** In place of the task. */
  public static @Nullable Object task(@Nullable Object task, long id, int site) {
    try {
      TaskRecord record = TaskLane.current().submitting;
      if (id != NOTHING && record != null && record.id == id && task != null) {
        return new TracedTask(task, record);
      }
    } catch (Throwable e) {
      // Then it is not seen to run.
    }
    return task;
  }

  /** After {@code execute}. */
  public static void executed(@Nullable Object pool, long id, int site) {
    taken(id);
  }

  /** After {@code submit} and {@code schedule…}. */
  public static void submitted(@Nullable Object pool, @Nullable Object future, long id, int site) {
    try {
      TaskRecord record = taken(id);
      if (record != null && future != null) {
        Futures.register(future, record);
      }
    } catch (Throwable e) {
      // Who waits for it is not known then.
    }
  }

  /** What the calling thread was handing in, which it is no more. */
  static @Nullable TaskRecord taken(long id) {
    if (id == NOTHING) {
      return null;
    }
    try {
      TaskLane mine = TaskLane.current();
      TaskRecord record = mine.submitting;
      while (record != null && record.id != id) {
        record = record.outer; // one that never came back
      }
      if (record != null) {
        mine.submitting = record.outer;
        record.outer = null;
      }
      return record;
    } catch (Throwable e) {
      return null;
    }
  }

  /** The pool did not take it. */
  public static void refused(@Nullable Object pool, Throwable why, long id, int site) {
    TaskRecord record = taken(id);
    if (record != null) {
      boolean rejected = why instanceof RejectedExecutionException;
      record.dropped(
          rejected ? Flags.CANCELLED : Flags.FAILED,
          rejected ? "rejected by the pool" : Exceptions.describe(why));
    }
  }
}
