package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what waits for a result: {@code get} and {@code join} of futures,
 * and {@code take} of a completion service. Where the result is there already nothing is recorded.
 */
public final class FutureHooks {
  private static final long NOTHING = 0;
  private static final long WAITS = 1;

  private FutureHooks() {}

  /** Before {@code get()} and {@code join()}. */
  public static long getBegin(@Nullable Object future, int site) {
    return asking(future, WaitLimit.NONE, site);
  }

  private static long asking(@Nullable Object object, long limit, int site) {
    try {
      if (object instanceof Future<?> future && mayBeAsked(future) && !future.isDone()) {
        Lane lane = Lane.current();
        TaskRecord task = taskOf(lane, future);
        WaitLimit.say(lane, limit, poolOf(task));
        lane.log.event(RESULT_WAIT_BEGIN, 0, poolOf(task), site, idOf(task));
        return WAITS;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  public static long getBegin(
      @Nullable Object future, long time, @Nullable TimeUnit unit, int site) {
    return unit == null || time <= 0 ? NOTHING : asking(future, WaitLimit.of(time, unit), site);
  }

  /** A class of the program's may do anything when asked whether it is done. */
  private static boolean mayBeAsked(Future<?> future) {
    return future instanceof ForkJoinTask<?> || Identity.isOfJdk(future);
  }

  private static @Nullable TaskRecord taskOf(Lane lane, Object future) {
    return future instanceof CompletableFuture<?> stage
        ? Futures.ofStage(lane, stage)
        : Futures.of(future);
  }

  private static int poolOf(@Nullable TaskRecord task) {
    return task == null ? 0 : task.pool.id;
  }

  private static int idOf(@Nullable TaskRecord task) {
    return task == null ? 0 : task.id;
  }

  /** After {@code get()} and {@code join()}. */
  public static void got(@Nullable Object future, @Nullable Object result, long token, int site) {
    over(future, 0, token, site);
  }

  public static void failed(@Nullable Object future, Throwable why, long token, int site) {
    int flags = Flags.FAILED;
    if (why instanceof InterruptedException) {
      flags = Flags.INTERRUPTED;
    } else if (why instanceof TimeoutException) {
      flags = Flags.TIMED_OUT;
    } else if (why instanceof CancellationException) {
      flags = Flags.CANCELLED;
    }
    over(future, flags, token, site);
  }

  private static void over(@Nullable Object future, int flags, long token, int site) {
    try {
      if (token != NOTHING && future != null) {
        TaskRecord task = Futures.of(future);
        Lane.current().log.event(RESULT_WAIT_END, flags, poolOf(task), site, idOf(task));
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After {@code cancel}. */
  public static void cancelled(
      @Nullable Object future, boolean interrupts, boolean cancelled, long none, int site) {
    try {
      TaskRecord task = future == null || !cancelled ? null : Futures.of(future);
      if (task != null) {
        task.cancelled();
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code take()} of a completion service: whose result comes next is not known. */
  public static long nextBegin(@Nullable Object service, int site) {
    return next(service, WaitLimit.NONE, site);
  }

  private static long next(@Nullable Object service, long limit, int site) {
    try {
      if (service != null && Identity.isOfJdk(service)) {
        Lane lane = Lane.current();
        int pool = Pools.known(service, site).id;
        WaitLimit.say(lane, limit, pool);
        lane.log.event(RESULT_WAIT_BEGIN, 0, pool, site, 0);
        return WAITS;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  public static long nextBegin(
      @Nullable Object service, long time, @Nullable TimeUnit unit, int site) {
    return unit == null || time <= 0 ? NOTHING : next(service, WaitLimit.of(time, unit), site);
  }

  /** After it. */
  public static void next(@Nullable Object service, @Nullable Object future, long token, int site) {
    try {
      if (token != NOTHING && service != null) {
        TaskRecord task = future == null ? null : Futures.of(future);
        int flags = future == null ? Flags.TIMED_OUT : 0;
        Lane lane = Lane.current();
        lane.log.event(RESULT_WAIT_END, flags, Pools.known(service, site).id, site, idOf(task));
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  public static void nextFailed(@Nullable Object service, Throwable why, long token, int site) {
    try {
      if (token != NOTHING && service != null) {
        int flags = why instanceof InterruptedException ? Flags.INTERRUPTED : Flags.FAILED;
        Lane lane = Lane.current();
        lane.log.event(RESULT_WAIT_END, flags, Pools.known(service, site).id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
