package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code where it ends executors, waits for that, or takes tasks back. */
public final class PoolEndHooks {
  private static final long NOTHING = 0;

  private PoolEndHooks() {}

  /** After {@code shutdownNow()}: what the program got back will not run. */
  public static void shutDown(@Nullable Object pool, @Nullable List<?> never, long none, int site) {
    try {
      if (never != null && Identity.isOfJdk(never)) {
        for (Object each : never) {
          RefusalEdges.drop(each, "the pool was shut down");
        }
      }
    } catch (Throwable e) {
      // As far as it went.
    }
  }

  /** After {@code remove(task)}. An equal one may have been removed: then nothing is known. */
  public static void removed(
      @Nullable Object pool, @Nullable Runnable task, boolean removed, long none, int site) {
    if (removed) {
      RefusalEdges.drop(task, "taken back");
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
