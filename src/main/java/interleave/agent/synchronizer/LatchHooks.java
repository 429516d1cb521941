package interleave.agent.synchronizer;

import static interleave.event.EventKind.*;

import interleave.agent.lock.ConditionHooks;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Thing;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of latches. One that is open already is passed without
 * an event, and counting it down does nothing and is nothing.
 *
 * <p>No hook lets an exception out.
 */
public final class LatchHooks {
  private static final long NOTHING = 0;
  private static final long WAITS = 1;

  private LatchHooks() {}

  public static long awaitBegin(CountDownLatch latch, int site) {
    try {
      Lane lane = Lane.current();
      Thing thing = Synchronizers.of(lane, latch, site);
      if (thing.plain && latch.getCount() == 0) {
        return NOTHING;
      }
      lane.log.event(SYNC_WAIT_BEGIN, 0, thing.id, site, 0);
      return WAITS;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  public static void awaited(CountDownLatch latch, int flags, int site) {
    Lane lane = Lane.current();
    lane.log.event(SYNC_WAIT_END, flags, Synchronizers.of(lane, latch, site).id, site, 0);
  }

  /** Before {@code countDown()}. */
  public static long countDownBegin(@Nullable Object object, int site) {
    try {
      if (object instanceof CountDownLatch latch) {
        Lane lane = Lane.current();
        Thing thing = Synchronizers.of(lane, latch, site);
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
      ConditionHooks.awaitFailed(latch, e, token, site);
      throw e;
    }
    ConditionHooks.awaitEnd(latch, token, site);
  }
}
