package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code where it ends executors, waits for that, or takes tasks back. */
public final class PoolEndHooks {
  private static final long NOTHING = 0;

  private PoolEndHooks() {}

  /** After {@code shutdownNow()}: the program gets its own tasks back. */
  public static @Nullable List<Runnable> shutDown(
      @Nullable Object pool, @Nullable List<Runnable> never, long none, int site) {
    try {
      if (never != null && Identity.isOfJdk(never)) {
        for (int i = 0; i < never.size(); i++) {
          Object each = never.get(i);
          TaskRecord record =
              each instanceof TracedTask task
                  ? task.record()
                  : each == null ? null : Futures.of(each);
          if (each instanceof TracedTask task) {
            never.set(i, (Runnable) task.task);
          }
          if (record != null) {
            record.dropped(Flags.CANCELLED, "the pool was shut down");
          }
        }
      }
    } catch (Throwable e) {
      // As far as it went.
    }
    return never;
  }

  /** Before {@code remove(task)}. */
  public static long removeBegin(@Nullable Object pool, @Nullable Runnable task, int site) {
    return pool != null && pool.getClass() == ThreadPoolExecutor.class ? 1 : NOTHING;
  }

  /** In place of the task: what is equal to it and to what stands for it in the queue. */
  public static @Nullable Object removing(@Nullable Object task, long token, int site) {
    return token == NOTHING || task == null ? task : new Asked(task);
  }

  /** What a queue's {@code remove} compares with its elements. */
  private static final class Asked implements Runnable {
    private final Object task;

    Asked(Object task) {
      this.task = task;
    }

    @Override
    public void run() {}

    @Override
    public boolean equals(@Nullable Object other) {
      if (other instanceof TracedTask wrapped) {
        boolean same = task.equals(wrapped.task);
        if (same) {
          wrapped.record().dropped(Flags.CANCELLED, "taken back");
        }
        return same;
      }
      return task.equals(other);
    }

    @Override
    public int hashCode() {
      return task.hashCode();
    }
  }

  /** Before {@code close()}, which waits for all tasks. */
  public static long closeBegin(@Nullable Object pool, int site) {
    return ending(pool, WaitLimit.NONE, site);
  }

  private static long ending(@Nullable Object pool, long limit, int site) {
    try {
      if (pool instanceof ExecutorService executor
          && Identity.isOfJdk(pool)
          && !executor.isTerminated()) {
        Lane lane = Lane.current();
        int id = Pools.known(pool, site).id;
        WaitLimit.say(lane, limit, id);
        lane.log.event(RESULT_WAIT_BEGIN, 0, id, site, 0);
        return 1;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** Before {@code awaitTermination}. */
  public static long awaitBegin(
      @Nullable Object pool, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : ending(pool, WaitLimit.of(time, unit), site);
  }

  public static void closed(@Nullable Object pool, long token, int site) {
    over(pool, 0, token, site);
  }

  public static void awaited(@Nullable Object pool, boolean ended, long token, int site) {
    over(pool, ended ? 0 : Flags.TIMED_OUT, token, site);
  }

  public static void failed(@Nullable Object pool, Throwable why, long token, int site) {
    over(pool, why instanceof InterruptedException ? Flags.INTERRUPTED : Flags.FAILED, token, site);
  }

  private static void over(@Nullable Object pool, int flags, long token, int site) {
    try {
      if (token != NOTHING && pool != null) {
        Lane.current().log.event(RESULT_WAIT_END, flags, Pools.known(pool, site).id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
