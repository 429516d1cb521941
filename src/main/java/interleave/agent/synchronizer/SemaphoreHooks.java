package interleave.agent.synchronizer;

import static interleave.event.EventKind.*;

import interleave.agent.rewrite.CallHook;
import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of semaphores.
 *
 * <p>An acquisition first tries, and only then queues; so do we with the semaphore's own methods,
 * and when that succeeds the program's call is skipped. Permits that are free so cost one event,
 * and nothing changes who gets them: a fair semaphore is tried with a time of 0, which honours its
 * queue, and not with {@code tryAcquire()}, which does not.
 *
 * <p>No hook lets an exception out.
 */
public final class SemaphoreHooks {
  private static final long NOTHING = 0;
  private static final long WAITS = 1;

  /** A try that does not wait. */
  private static final long TRY = 2;

  private static final long TAKEN = CallHook.SKIP;

  private SemaphoreHooks() {}

  /** Before {@code acquire()}. */
  public static long acquireBegin(@Nullable Object semaphore, int site) {
    return acquire(semaphore, 1, true, WaitLimit.NONE, site);
  }

  /** Before {@code acquire(permits)}. */
  public static long acquireBegin(@Nullable Object semaphore, int permits, int site) {
    return acquire(semaphore, permits, true, WaitLimit.NONE, site);
  }

  /** Before {@code acquireUninterruptibly()}. */
  public static long uninterruptiblyBegin(@Nullable Object semaphore, int site) {
    return acquire(semaphore, 1, false, WaitLimit.NONE, site);
  }

  /** Before {@code acquireUninterruptibly(permits)}. */
  public static long uninterruptiblyBegin(@Nullable Object semaphore, int permits, int site) {
    return acquire(semaphore, permits, false, WaitLimit.NONE, site);
  }

  /** Before {@code tryAcquire(time, unit)}. */
  public static long timedBegin(
      @Nullable Object semaphore, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : acquire(semaphore, 1, true, WaitLimit.of(time, unit), site);
  }

  /** Before {@code tryAcquire(permits, time, unit)}. */
  public static long timedBegin(
      @Nullable Object semaphore, int permits, long time, @Nullable TimeUnit unit, int site) {
    return unit == null
        ? NOTHING
        : acquire(semaphore, permits, true, WaitLimit.of(time, unit), site);
  }

  /** Before {@code tryAcquire()}. */
  public static long tryBegin(@Nullable Object semaphore, int site) {
    return tryBegin(semaphore, 1, site);
  }

  /** Before {@code tryAcquire(permits)}. */
  public static long tryBegin(@Nullable Object object, int permits, int site) {
    try {
      if (object instanceof Semaphore semaphore && permits >= 0) {
        return enter(semaphore, permits, site) == null ? NOTHING : TRY;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  private static long acquire(
      @Nullable Object object, int permits, boolean interruptible, long limit, int site) {
    SynchronizerThing thing = null;
    try {
      if (object instanceof Semaphore semaphore && permits >= 0) {
        thing = enter(semaphore, permits, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    if (thing == null) {
      return NOTHING;
    }
    boolean taken =
        thing.plain && object instanceof Semaphore known && take(known, permits, interruptible);
    try {
      int kind = taken ? PERMIT_ACQUIRED.code() : SYNC_WAIT_BEGIN.code();
      Lane lane = Lane.current();
      if (!taken) {
        WaitLimit.say(lane, limit, thing.id);
      }
      lane.log.event(kind, 0, thing.id, site, permits);
      return taken ? TAKEN : WAITS;
    } catch (Throwable e) {
      return taken ? TAKEN : NOTHING;
    }
  }

  /** Null where the call is one of a semaphore's own, on the way of another that is recorded. */
  private static @Nullable SynchronizerThing enter(Semaphore semaphore, int permits, int site) {
    Lane lane = Lane.current();
    SynchronizerThing thing = Synchronizers.of(lane, semaphore, site);
    SemaphoreLane mine = SemaphoreLane.of(lane);
    if (!thing.plain) {
      if (mine.within == thing) {
        return null;
      }
      mine.within = thing;
    }
    mine.permitsAsked = permits;
    return thing;
  }

  private static boolean take(Semaphore semaphore, int permits, boolean interruptible) {
    try {
      boolean fair = semaphore.isFair();
      if ((interruptible || fair) && Thread.currentThread().isInterrupted()) {
        return false; // the program's own call shall say so
      }
      return fair
          ? semaphore.tryAcquire(permits, 0, TimeUnit.NANOSECONDS)
          : semaphore.tryAcquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Throwable e) {
      return false;
    }
  }

  /** After an acquisition that had to succeed. */
  public static void acquireEnd(@Nullable Object semaphore, long token, int site) {
    ended(semaphore, PERMIT_ACQUIRED.code(), 0, token, site);
  }

  /** After an acquisition that may have failed. */
  public static void tryEnd(@Nullable Object semaphore, boolean success, long token, int site) {
    if (success) {
      ended(semaphore, PERMIT_ACQUIRED.code(), 0, token, site);
    } else {
      ended(semaphore, SYNC_WAIT_END.code(), Flags.TIMED_OUT, token, site);
    }
  }

  /** The acquisition threw {@code why}. */
  public static void failed(@Nullable Object semaphore, Throwable why, long token, int site) {
    int flags = why instanceof InterruptedException ? Flags.INTERRUPTED : Flags.FAILED;
    ended(semaphore, SYNC_WAIT_END.code(), flags, token, site);
  }

  private static void ended(@Nullable Object semaphore, int kind, int flags, long token, int site) {
    if (token == NOTHING || semaphore == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      SynchronizerThing thing = Synchronizers.of(lane, semaphore, site);
      SemaphoreLane mine = SemaphoreLane.of(lane);
      if (mine.within == thing) {
        mine.within = null;
      }
      boolean acquired = kind == PERMIT_ACQUIRED.code();
      if (acquired || token != TRY) {
        lane.log.event(kind, flags, thing.id, site, acquired ? mine.permitsAsked : 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code drainPermits()}: so that its state is recorded from before. */
  public static long drainBegin(@Nullable Object object, int site) {
    try {
      if (object instanceof Semaphore semaphore) {
        Synchronizers.of(Lane.current(), semaphore, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** After {@code drainPermits()}. */
  public static void drained(@Nullable Object object, int permits, long none, int site) {
    try {
      if (object instanceof Semaphore semaphore && permits > 0) {
        Lane lane = Lane.current();
        int id = Synchronizers.of(lane, semaphore, site).id;
        lane.log.event(PERMIT_ACQUIRED, 0, id, site, permits);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code release()}. */
  public static long releaseBegin(@Nullable Object semaphore, int site) {
    return releaseBegin(semaphore, 1, site);
  }

  /** Before {@code release(permits)}. */
  public static long releaseBegin(@Nullable Object object, int permits, int site) {
    try {
      if (object instanceof Semaphore semaphore && permits >= 0) {
        Lane lane = Lane.current();
        SynchronizerThing thing = Synchronizers.of(lane, semaphore, site);
        lane.log.event(PERMIT_RELEASED, 0, thing.id, site, permits);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** {@code Semaphore::acquire} as a function. */
  public static void acquire(Semaphore semaphore) throws InterruptedException {
    int site = Lane.RECORDER.callerSite();
    long token = acquireBegin(semaphore, site);
    if (token != TAKEN) {
      try {
        semaphore.acquire();
      } catch (Throwable e) {
        failed(semaphore, e, token, site);
        throw e;
      }
      acquireEnd(semaphore, token, site);
    }
  }

  /** {@code Semaphore::release} as a function. */
  public static void release(Semaphore semaphore) {
    releaseBegin(semaphore, Lane.RECORDER.callerSite());
    semaphore.release();
  }
}
