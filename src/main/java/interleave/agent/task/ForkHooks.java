package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.event.Flags;
import java.util.Collection;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what forks tasks and what they compute. A fork/join task is the
 * program's own object and stays it; that it begins is seen where its {@code compute} does.
 */
public final class ForkHooks {
  private static final long NOTHING = 0;

  /**
   * Whether any task is on its way at all; a {@code compute} that is just called asks this first.
   */
  private static volatile boolean used;

  private ForkHooks() {}

  /** Before {@code fork()}. */
  public static long forkBegin(@Nullable Object task, int site) {
    if (task instanceof ForkJoinTask<?> forked) {
      handIn(forked, pool(), Flags.FORK, site);
    }
    return NOTHING;
  }

  private static ForkJoinPool pool() {
    ForkJoinPool own = ForkJoinTask.getPool();
    return own == null ? ForkJoinPool.commonPool() : own;
  }

  /** Before {@code invokeAll(one, other)}. */
  public static long allBegin(@Nullable Object one, @Nullable Object other, int site) {
    if (one instanceof ForkJoinTask<?> first && other instanceof ForkJoinTask<?> second) {
      ForkJoinPool pool = pool();
      handIn(first, pool, Flags.FORK, site);
      handIn(second, pool, Flags.FORK, site);
    }
    return NOTHING;
  }

  public static long allBegin(ForkJoinTask<?> @Nullable [] all, int site) {
    if (all != null) {
      ForkJoinPool pool = pool();
      for (ForkJoinTask<?> each : all) {
        if (each != null) {
          handIn(each, pool, Flags.FORK, site);
        }
      }
    }
    return NOTHING;
  }

  public static long allBegin(@Nullable Collection<?> all, int site) {
    if (all != null && Identity.isOfJdk(all)) {
      ForkJoinPool pool = pool();
      for (Object each : all) {
        if (each instanceof ForkJoinTask<?> task) {
          handIn(task, pool, Flags.FORK, site);
        }
      }
    }
    return NOTHING;
  }

  /** Before a pool is given a task by {@code invoke}, {@code execute} or {@code submit}. */
  public static long givenBegin(@Nullable Object pool, @Nullable Object task, int site) {
    if (pool instanceof ForkJoinPool known && task instanceof ForkJoinTask<?> given) {
      handIn(given, known, 0, site);
    }
    return NOTHING;
  }

  /** Before {@code invoke}, which waits for the result. */
  public static long invokeBegin(@Nullable Object pool, @Nullable Object task, int site) {
    givenBegin(pool, task, site);
    return FutureHooks.getBegin(task, site);
  }

  /** After it. */
  public static void invoked(
      @Nullable Object pool, @Nullable Object task, @Nullable Object result, long token, int site) {
    FutureHooks.got(task, result, token, site);
  }

  public static void invokeFailed(@Nullable Object pool, Throwable why, long token, int site) {
    FutureHooks.failed(pool, why, token, site);
  }

  private static void handIn(ForkJoinTask<?> task, ForkJoinPool pool, int flags, int site) {
    try {
      if (task.getClass().getClassLoader() != null && Futures.of(task) == null) {
        used = true;
        int kind = ForkJoinTask.inForkJoinPool() ? flags : 0; // who is no worker has no deque
        Lane lane = Lane.current();
        TaskRecord record =
            TaskRecord.submitted(lane, Pools.known(pool, site), TaskNames.of(task), kind, site);
        Futures.register(task, record);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** {@code compute()} begins; null when it is only called and not run by a pool. */
  public static @Nullable Object computeBegin(Object self) {
    return used ? begun(self) : null;
  }

  /** The record of {@code self} when that is a task which begins now. */
  static @Nullable Object begun(Object self) {
    try {
      TaskRecord record = Futures.of(self);
      return record != null && record.begin() ? record : null;
    } catch (Throwable e) {
      return null;
    }
  }

  public static void computed(@Nullable Object result, @Nullable Object record) {
    if (record instanceof TaskRecord known) {
      TaskResults.done(known, result);
    }
  }

  public static void computeFailed(Throwable why, @Nullable Object record) {
    if (record instanceof TaskRecord known) {
      known.failed(why);
    }
  }
}
