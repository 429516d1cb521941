package interleave.agent.synchronizer;

import static interleave.event.EventKind.*;

import interleave.agent.lock.ConditionHooks;
import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of latches. One that is open already is passed without
 * an event, and counting it down does nothing and is nothing. A class of the program's that one may
 * {@code await} can be a condition as well, which only the object tells: those are handed on.
 *
 * <p>No hook lets an exception out.
 */
public final class LatchHooks {
  private static final long NOTHING = 0;
  private static final long WAITS = 1;

  private LatchHooks() {}

  /** Before {@code await()}. */
  public static long awaitBegin(@Nullable Object object, int site) {
    return object instanceof CountDownLatch latch
        ? awaiting(latch, WaitLimit.NONE, site)
        : ConditionHooks.awaitBegin(object, site);
  }

  /** Before {@code await(time, unit)}. */
  public static long awaitBegin(
      @Nullable Object object, long time, @Nullable TimeUnit unit, int site) {
    return unit != null && object instanceof CountDownLatch latch
        ? awaiting(latch, WaitLimit.of(time, unit), site)
        : ConditionHooks.awaitBegin(object, time, unit, site);
  }

  private static long awaiting(CountDownLatch latch, long limit, int site) {
    try {
      Lane lane = Lane.current();
      SynchronizerThing thing = Synchronizers.of(lane, latch, site);
      if (thing.plain && latch.getCount() == 0) {
        return NOTHING;
      }
      WaitLimit.say(lane, limit, thing.id);
      lane.log.event(SYNC_WAIT_BEGIN, 0, thing.id, site, 0);
      return WAITS;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** After {@code await()}. */
  public static void awaitEnd(@Nullable Object object, long token, int site) {
    if (object instanceof CountDownLatch latch) {
      awaited(latch, 0, token, site);
    } else {
      ConditionHooks.awaitEnd(object, token, site);
    }
  }

  /** After {@code await(time, unit)}. */
  public static void awaitEnd(@Nullable Object object, boolean inTime, long token, int site) {
    if (object instanceof CountDownLatch latch) {
      awaited(latch, inTime ? 0 : Flags.TIMED_OUT, token, site);
    } else {
      ConditionHooks.awaitEnd(object, inTime, token, site);
    }
  }

  /** {@code await…()} threw {@code why}. */
  public static void awaitFailed(@Nullable Object object, Throwable why, long token, int site) {
    if (object instanceof CountDownLatch latch) {
      int flags = why instanceof InterruptedException ? Flags.INTERRUPTED : Flags.FAILED;
      awaited(latch, flags, token, site);
    } else {
      ConditionHooks.awaitFailed(object, why, token, site);
    }
  }

  private static void awaited(CountDownLatch latch, int flags, long token, int site) {
    try {
      if (token != NOTHING) {
        Lane lane = Lane.current();
        lane.log.event(SYNC_WAIT_END, flags, Synchronizers.of(lane, latch, site).id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code countDown()}. */
  public static long countDownBegin(@Nullable Object object, int site) {
    try {
      if (object instanceof CountDownLatch latch) {
        Lane lane = Lane.current();
        SynchronizerThing thing = Synchronizers.of(lane, latch, site);
        if (!thing.plain || latch.getCount() > 0) {
          lane.log.event(ARRIVED, 0, thing.id, site, 0);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** {@code CountDownLatch::countDown} as a function. */
  public static void countDown(CountDownLatch latch) {
    countDownBegin(latch, Lane.RECORDER.callerSite());
    latch.countDown();
  }

  /** {@code CountDownLatch::await} as a function. */
  public static void await(CountDownLatch latch) throws InterruptedException {
    int site = Lane.RECORDER.callerSite();
    long token = awaitBegin(latch, site);
    try {
      latch.await();
    } catch (Throwable e) {
      awaitFailed(latch, e, token, site);
      throw e;
    }
    awaitEnd(latch, token, site);
  }
}
