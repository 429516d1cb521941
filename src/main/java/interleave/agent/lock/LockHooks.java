package interleave.agent.lock;

import static interleave.event.EventKind.*;

import interleave.agent.rewrite.CallHook;
import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Clock;
import interleave.event.Flags;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of locks.
 *
 * <p>An unfair {@code ReentrantLock} first tries to take the lock and only then queues; so do we
 * with its own {@code tryLock}, and when that succeeds the program's call is skipped. An
 * acquisition without contention so costs one event, and nothing changes who gets the lock: who
 * gives it back and takes it again is as quick as ever, and no other comes between because of us.
 * So it is with the locks of an unfair {@code ReentrantReadWriteLock} ({@link PartTry}). All other
 * locks are asked by the program's call alone. A lock that a thread has already is not recorded
 * again: one hold lasts from the first acquisition to the last release.
 *
 * <p>No hook lets an exception out.
 */
public final class LockHooks {
  private static final int ACQUIRED = LOCK_ACQUIRED.code();
  private static final int RELEASED = LOCK_RELEASED.code();

  /** The receiver is no lock, or recording failed: the program's call stands alone. */
  private static final long NOTHING = 0;

  /** The lock has been taken already. */
  private static final long TAKEN = CallHook.SKIP;

  /** The thread has the lock already. */
  private static final long NESTED = -2;

  /** A try that does not wait. */
  private static final long TRY = -3;

  private LockHooks() {}

  /** Before {@code lock()}. */
  public static long lockBegin(@Nullable Object lock, int site) {
    if (lock instanceof ReentrantLock known && isPlain(known) && take(known)) {
      taken(known, site);
      return TAKEN;
    }
    return request(lock, true, WaitLimit.NONE, site);
  }

  /** Before {@code lockInterruptibly()}. */
  public static long lockInterruptiblyBegin(@Nullable Object lock, int site) {
    return interruptible(lock, WaitLimit.NONE, site);
  }

  private static long interruptible(@Nullable Object lock, long limit, int site) {
    boolean goesOn = !Thread.currentThread().isInterrupted();
    if (goesOn && lock instanceof ReentrantLock known && isPlain(known) && take(known)) {
      taken(known, site);
      return TAKEN;
    }
    return request(lock, goesOn, limit, site);
  }

  /** Before {@code tryLock(time, unit)}. */
  public static long tryLockBegin(
      @Nullable Object lock, long time, @Nullable TimeUnit unit, int site) {
    if (unit == null) {
      return NOTHING;
    }
    return interruptible(lock, WaitLimit.of(time, unit), site);
  }

  /** Before {@code tryLock()}. */
  public static long tryNowBegin(@Nullable Object lock, int site) {
    return TRY;
  }

  private static boolean isPlain(ReentrantLock lock) {
    return lock.getClass() == ReentrantLock.class && !lock.isFair();
  }

  private static boolean take(ReentrantLock lock) {
    try {
      return lock.tryLock();
    } catch (Throwable e) {
      return false; // such as too many holds: the program's own call shall say so
    }
  }

  private static void taken(ReentrantLock lock, int site) {
    try {
      if (lock.getHoldCount() == 1) {
        Lane lane = Lane.current();
        lane.log.event(ACQUIRED, 0, Locks.of(lane, lock, site).id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded, but locked.
    }
  }

  private static long request(@Nullable Object object, boolean tries, long limit, int site) {
    try {
      if (!(object instanceof Lock lock)) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      LockThing thing = Locks.of(lane, lock, site);
      if (tries && PartTry.take(thing, lock)) { // first of all: nobody shall come between
        acquired(lock, TRY, site);
        return TAKEN;
      }
      if (holds(lane, thing, lock)) {
        return NESTED;
      }
      long now = Clock.now();
      WaitLimit.sayAt(lane, limit, thing.id, now);
      lane.log.eventAt(LOCK_REQUEST.code(), shared(thing), thing.id, site, 0, now);
      return now;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** {@code Lock::lock} as a function. */
  public static void lock(Lock lock) {
    int site = Lane.RECORDER.callerSite();
    long token = lockBegin(lock, site);
    if (token != TAKEN) {
      try {
        lock.lock();
      } catch (Throwable e) {
        lockFailed(lock, e, token, site);
        throw e;
      }
      lockEnd(lock, token, site);
    }
  }

  /** {@code Lock::unlock} as a function. */
  public static void unlock(Lock lock) {
    unlockBegin(lock, Lane.RECORDER.callerSite());
    lock.unlock();
  }

  /** After an acquisition that had to succeed. */
  public static void lockEnd(@Nullable Object lock, long token, int site) {
    if (token != NOTHING && lock != null) {
      acquired(lock, token, site);
    }
  }

  /** After an acquisition that may have failed. */
  public static void tryLockEnd(@Nullable Object object, boolean success, long token, int site) {
    if (token == NOTHING || !(object instanceof Lock lock)) {
      return;
    }
    if (success) {
      acquired(lock, token, site);
    } else if (token != NESTED && token != TRY) {
      abandoned(lock, Flags.TIMED_OUT, site);
    }
  }

  /** The acquisition threw {@code why}. */
  public static void lockFailed(@Nullable Object lock, Throwable why, long token, int site) {
    if (token != NOTHING && token != NESTED && token != TRY && lock != null) {
      abandoned(lock, why instanceof InterruptedException ? Flags.INTERRUPTED : Flags.FAILED, site);
    }
  }

  private static void acquired(Object lock, long token, int site) {
    try {
      Lane lane = Lane.current();
      LockThing thing = Locks.of(lane, lock, site);
      boolean first;
      if (lock.getClass() == ReentrantLock.class) {
        first = ((ReentrantLock) lock).getHoldCount() == 1;
      } else {
        first = LockLane.of(lane).changeHolds(thing, 1) == 1;
      }
      if (first) {
        long now = Clock.now();
        long waited = token == TRY || token == NESTED ? 0 : now - token;
        lane.log.eventAt(ACQUIRED, shared(thing), thing.id, site, waited, now);
      }
    } catch (Throwable e) {
      // Not recorded, but locked.
    }
  }

  private static void abandoned(Object lock, int flags, int site) {
    try {
      Lane lane = Lane.current();
      LockThing thing = Locks.of(lane, lock, site);
      lane.log.event(LOCK_ABANDONED, flags | shared(thing), thing.id, site, 0);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code unlock()}. */
  public static long unlockBegin(@Nullable Object object, int site) {
    try {
      if (object instanceof ReentrantLock lock && lock.getClass() == ReentrantLock.class) {
        if (lock.getHoldCount() == 1) {
          Lane lane = Lane.current();
          lane.log.event(RELEASED, 0, Locks.of(lane, lock, site).id, site, 0);
        }
      } else if (object instanceof Lock lock) {
        Lane lane = Lane.current();
        LockThing thing = Locks.of(lane, lock, site);
        LockLane mine = LockLane.of(lane);
        if (mine.holdsOf(thing) > 0 && mine.changeHolds(thing, -1) == 0) {
          lane.log.event(RELEASED, shared(thing), thing.id, site, 0);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  private static boolean holds(Lane lane, LockThing thing, Lock lock) {
    return lock.getClass() == ReentrantLock.class
        ? ((ReentrantLock) lock).isHeldByCurrentThread()
        : LockLane.of(lane).holdsOf(thing) > 0;
  }

  private static int shared(LockThing thing) {
    return thing.shared ? Flags.SHARED : 0;
  }
}
