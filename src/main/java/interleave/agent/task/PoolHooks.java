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
 * <p>Most pools of the JDK tell by themselves what they were given and run ({@link PoolEdges}); the
 * others get a {@link TracedTask} in place of the task, which they show to nobody: {@link Identity}
 * says which. A task is recorded only when its beginning will be seen, since it would seem to wait
 * for ever otherwise.
 *
 * <p>A token is the number of the submission. No hook lets an exception out.
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
      TaskLane mine = TaskLane.of(lane);
      if (mine.isHandingIn(task)) {
        return NOTHING; // one executor hands it on to another
      }
      int way = Identity.wayInto(pool, execute);
      if (way == Identity.UNSEEN && !UnwrappableTasks.tells(pool, task)) {
        return NOTHING;
      }
      boolean told = way == Identity.TOLD;
      TaskRecord record = null;
      if (!told) {
        record = TaskRecord.submitted(lane, Pools.known(pool, site), TaskNames.of(task), 0, site);
      }
      if (record != null && way == Identity.UNSEEN) {
        PoolEdges.bind(task, record);
      }
      return mine.submit(new Submission(pool, task, way != Identity.WRAPPED, record, site));
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** In place of the task, where the pool wraps that itself. */
  public static @Nullable Object task(@Nullable Object task, long number, int site) {
    try {
      TaskLane mine = TaskLane.current();
      TaskRecord record = number == NOTHING ? null : mine.submitted(number);
      Submission innermost = mine.submitting;
      if (record != null && innermost != null && !innermost.told && task != null) {
        return new TracedTask(task, record);
      }
    } catch (Throwable e) {
      // Then it is not seen to run.
    }
    return task;
  }

  /** After {@code execute}. */
  public static void executed(@Nullable Object pool, long number, int site) {
    taken(number);
  }

  /** After {@code submit} and {@code schedule…}. */
  public static void submitted(
      @Nullable Object pool, @Nullable Object future, long number, int site) {
    try {
      TaskRecord record = taken(number);
      if (record != null && future != null) {
        Futures.register(future, record);
      }
    } catch (Throwable e) {
      // Who waits for it is not known then.
    }
  }

  /** What the calling thread was handing in, which it is no more. */
  private static @Nullable TaskRecord taken(long number) {
    try {
      return number == NOTHING ? null : TaskLane.current().taken(number);
    } catch (Throwable e) {
      return null;
    }
  }

  /** The pool did not take it. */
  public static void refused(@Nullable Object pool, Throwable why, long number, int site) {
    TaskRecord record = taken(number);
    if (record != null) {
      boolean rejected = why instanceof RejectedExecutionException;
      record.dropped(
          rejected ? Flags.CANCELLED : Flags.FAILED,
          rejected ? "rejected by the pool" : Exceptions.describe(why));
    }
  }
}
