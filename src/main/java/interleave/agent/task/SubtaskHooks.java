package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.event.Flags;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what it does with a structured task scope. The scope keeps what
 * it forks to itself, so a {@link TracedTask} stands for it. Its class is a preview, and is never
 * named here.
 */
public final class SubtaskHooks {
  private static final long NOTHING = 0;

  private SubtaskHooks() {}

  /** Before {@code fork(task)}. */
  public static long forkBegin(@Nullable Object scope, @Nullable Runnable task, int site) {
    return begin(scope, task, site);
  }

  public static long forkBegin(@Nullable Object scope, @Nullable Callable<?> task, int site) {
    return begin(scope, task, site);
  }

  private static long begin(@Nullable Object scope, @Nullable Object task, int site) {
    try {
      if (scope == null || task == null) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      PoolThing pool = Pools.known(scope, site);
      TaskRecord record = TaskRecord.submitted(lane, pool, TaskNames.of(task), 0, site);
      pool.expects(record);
      return TaskLane.of(lane).submit(new Submission(scope, task, false, record, site));
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** In place of the task. */
  public static @Nullable Object task(@Nullable Object task, long number, int site) {
    return PoolHooks.task(task, number, site);
  }

  /** After {@code fork}. */
  public static void forked(
      @Nullable Object scope, @Nullable Object subtask, long number, int site) {
    PoolHooks.executed(scope, number, site);
  }

  public static void refused(@Nullable Object scope, Throwable why, long number, int site) {
    PoolHooks.refused(scope, why, number, site);
  }

  /** Before {@code join()}. */
  public static long joinBegin(@Nullable Object scope, int site) {
    try {
      if (scope != null) {
        Lane.current().log.event(RESULT_WAIT_BEGIN, 0, Pools.known(scope, site).id, site, 0);
        return 1;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** After it. */
  public static void joined(@Nullable Object scope, @Nullable Object result, long token, int site) {
    over(scope, 0, token, site);
  }

  public static void joinFailed(@Nullable Object scope, Throwable why, long token, int site) {
    over(
        scope, why instanceof InterruptedException ? Flags.INTERRUPTED : Flags.FAILED, token, site);
  }

  private static void over(@Nullable Object scope, int flags, long token, int site) {
    try {
      if (token != NOTHING && scope != null) {
        Lane.current().log.event(RESULT_WAIT_END, flags, Pools.known(scope, site).id, site, 0);
        if (flags != Flags.INTERRUPTED) {
          closed(scope, token, site);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After {@code close()}, or a {@code join} that waited for all: who has not begun never will. */
  public static void closed(@Nullable Object scope, long token, int site) {
    try {
      if (scope != null) {
        Pools.known(scope, site).expectsNoMore("the scope was cancelled");
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
