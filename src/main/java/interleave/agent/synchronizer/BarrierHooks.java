package interleave.agent.synchronizer;

import static interleave.event.EventKind.*;

import interleave.event.Clock;
import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of barriers.
 *
 * <p>The last to arrive does not wait but runs the barrier's action and opens it. Which one that is
 * the barrier only says afterwards, by the number that {@code await} returns; so we count arrivals
 * ourselves, and whoever turns out to have been counted wrongly, since another was quicker between
 * our count and the barrier's, says afterwards that it waited.
 *
 * <p>No hook lets an exception out.
 */
public final class BarrierHooks {
  private static final long NOTHING = 0;

  private BarrierHooks() {}

  /** Before {@code await()}. */
  public static long awaitBegin(@Nullable Object barrier, int site) {
    return awaiting(barrier, WaitLimit.NONE, site);
  }

  private static long awaiting(@Nullable Object object, long limit, int site) {
    try {
      if (!(object instanceof CyclicBarrier barrier)) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      SynchronizerThing thing = Synchronizers.of(lane, barrier, site);
      boolean last =
          thing.plain && Math.floorMod(thing.join() + 1, Math.max(1, barrier.getParties())) == 0;
      long now = Clock.now();
      lane.log.eventAt(ARRIVED.code(), 0, thing.id, site, 0, now);
      if (!last) {
        WaitLimit.sayAt(lane, limit, thing.id, now);
        lane.log.eventAt(SYNC_WAIT_BEGIN.code(), 0, thing.id, site, 0, now);
      }
      return now << 1 | (last ? 1 : 0);
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** Before {@code await(time, unit)}. */
  public static long awaitBegin(
      @Nullable Object barrier, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : awaiting(barrier, WaitLimit.of(time, unit), site);
  }

  /** After {@code await…()}: how many were still to come when this thread arrived. */
  public static void awaitEnd(@Nullable Object barrier, int toCome, long token, int site) {
    if (token == NOTHING || barrier == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      int id = Synchronizers.of(lane, barrier, site).id;
      if ((token & 1) != 0 && toCome != 0) {
        lane.log.eventAt(SYNC_WAIT_BEGIN.code(), 0, id, site, 0, token >> 1);
      }
      lane.log.event(SYNC_WAIT_END, 0, id, site, toCome);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** {@code await…()} threw {@code why}. */
  public static void awaitFailed(@Nullable Object barrier, Throwable why, long token, int site) {
    if (token == NOTHING || barrier == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      SynchronizerThing thing = Synchronizers.of(lane, barrier, site);
      thing.leave();
      int flags =
          why instanceof InterruptedException
              ? Flags.INTERRUPTED
              : why instanceof TimeoutException ? Flags.TIMED_OUT : Flags.FAILED;
      lane.log.event(SYNC_WAIT_END, flags, thing.id, site, 0);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code reset()}. */
  public static long resetBegin(@Nullable Object object, int site) {
    try {
      if (object instanceof CyclicBarrier barrier) {
        SynchronizerThing thing = Synchronizers.of(Lane.current(), barrier, site);
        if (thing.plain) {
          Synchronizers.state(thing, 0, barrier.getParties());
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** {@code CyclicBarrier::await} as a function. */
  public static int await(CyclicBarrier barrier) throws Exception {
    int site = Lane.RECORDER.callerSite();
    long token = awaitBegin(barrier, site);
    int toCome;
    try {
      toCome = barrier.await();
    } catch (Throwable e) {
      awaitFailed(barrier, e, token, site);
      throw e;
    }
    awaitEnd(barrier, toCome, token, site);
    return toCome;
  }
}
