package interleave.agent.lock;

import static interleave.event.EventKind.*;

import interleave.event.Clock;
import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of stamped locks. What a stamp is good for can be read
 * off it, and so whether a lock was taken or given back.
 *
 * <p>A stamped lock cannot be tried for its stamp in place of the program's call. One that looks
 * free is not asked for, and its acquisition is one event; each acquisition is numbered, and who
 * finds that another took place meanwhile says afterwards that it had asked.
 *
 * <p>No hook lets an exception out.
 */
public final class StampedLockHooks {
  private static final long NOTHING = 0;

  /** A try that does not wait. */
  private static final long TRY = -2;

  private StampedLockHooks() {}

  /** Before {@code readLock()} and its like. */
  public static long readBegin(@Nullable Object lock, int site) {
    return request(lock, Flags.SHARED, WaitLimit.NONE, site);
  }

  /** Before {@code tryReadLock(time, unit)}. */
  public static long readBegin(
      @Nullable Object lock, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : request(lock, Flags.SHARED, WaitLimit.of(time, unit), site);
  }

  /** Before {@code writeLock()} and its like. */
  public static long writeBegin(@Nullable Object lock, int site) {
    return request(lock, 0, WaitLimit.NONE, site);
  }

  /** Before {@code tryWriteLock(time, unit)}. */
  public static long writeBegin(
      @Nullable Object lock, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : request(lock, 0, WaitLimit.of(time, unit), site);
  }

  /** Before {@code tryReadLock()} and {@code tryWriteLock()}. */
  public static long tryBegin(@Nullable Object lock, int site) {
    return TRY;
  }

  private static long request(@Nullable Object object, int shared, long limit, int site) {
    try {
      if (!(object instanceof StampedLock lock)) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      LockThing thing = Locks.of(lane, lock, site);
      boolean free =
          lock.getClass() == StampedLock.class
              && !lock.isWriteLocked()
              && (shared != 0 || !lock.isReadLocked());
      LockLane.of(lane).acquisitionsSeen = thing.acquisitions;
      long now = Clock.now();
      if (!free) {
        WaitLimit.sayAt(lane, limit, thing.id, now);
        lane.log.eventAt(LOCK_REQUEST.code(), shared, thing.id, site, 0, now);
      }
      return now << 1 | (free ? 0 : 1);
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** After an acquisition; a stamp of 0 is none. */
  public static void acquired(@Nullable Object object, long stamp, long token, int site) {
    if (token == NOTHING || !(object instanceof StampedLock lock)) {
      return;
    }
    if (stamp == 0) {
      abandoned(lock, Flags.TIMED_OUT, token, site);
      return;
    }
    try {
      Lane lane = Lane.current();
      LockThing thing = Locks.of(lane, lock, site);
      int shared = shared(stamp);
      if (token == TRY) {
        thing.acquisitions++;
        lane.log.event(LOCK_ACQUIRED, shared, thing.id, site, 0);
        return;
      }
      long asked = token >> 1;
      boolean waited = (token & 1) != 0;
      if (!waited && thing.acquisitions != LockLane.of(lane).acquisitionsSeen) {
        lane.log.eventAt(LOCK_REQUEST.code(), shared, thing.id, site, 0, asked);
        waited = true;
      }
      thing.acquisitions++;
      long now = Clock.now();
      lane.log.eventAt(LOCK_ACQUIRED.code(), shared, thing.id, site, waited ? now - asked : 0, now);
    } catch (Throwable e) {
      // Not recorded, but locked.
    }
  }

  private static int shared(long stamp) {
    return StampedLock.isReadLockStamp(stamp) ? Flags.SHARED : 0;
  }

  /** The acquisition threw {@code why}. */
  public static void failed(@Nullable Object object, Throwable why, long token, int site) {
    if (token != NOTHING && object instanceof StampedLock lock) {
      boolean interrupted = why instanceof InterruptedException;
      abandoned(lock, interrupted ? Flags.INTERRUPTED : Flags.FAILED, token, site);
    }
  }

  private static void abandoned(StampedLock lock, int flags, long token, int site) {
    try {
      if (token != TRY && (token & 1) != 0) {
        Lane lane = Lane.current();
        lane.log.event(LOCK_ABANDONED, flags, Locks.of(lane, lock, site).id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code unlock(stamp)}, {@code unlockRead(stamp)} and {@code unlockWrite(stamp)}. */
  public static long unlockBegin(@Nullable Object object, long stamp, int site) {
    try {
      if (object instanceof StampedLock lock && isHeld(lock, stamp)) {
        released(lock, stamp, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** Before {@code tryUnlockRead()}. */
  public static long unlockAnyReadBegin(@Nullable Object object, int site) {
    return unlockAny(object, Flags.SHARED, site);
  }

  /** Before {@code tryUnlockWrite()}. */
  public static long unlockAnyWriteBegin(@Nullable Object object, int site) {
    return unlockAny(object, 0, site);
  }

  private static long unlockAny(@Nullable Object object, int shared, int site) {
    try {
      if (object instanceof StampedLock lock
          && (shared != 0 ? lock.isReadLocked() : lock.isWriteLocked())) {
        Lane lane = Lane.current();
        lane.log.event(LOCK_RELEASED, shared, Locks.of(lane, lock, site).id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** Whether the lock is held by that stamp, so that it can be given back. */
  private static boolean isHeld(StampedLock lock, long stamp) {
    return lock.validate(stamp)
        && (StampedLock.isWriteLockStamp(stamp)
            || StampedLock.isReadLockStamp(stamp) && lock.isReadLocked());
  }

  private static void released(StampedLock lock, long stamp, int site) {
    Lane lane = Lane.current();
    lane.log.event(LOCK_RELEASED, shared(stamp), Locks.of(lane, lock, site).id, site, 0);
  }

  /** Before {@code tryConvertTo…(stamp)}; the token is that stamp. */
  public static long convertBegin(@Nullable Object lock, long stamp, int site) {
    return stamp;
  }

  /**
   * Before {@code tryConvertToReadLock(stamp)} and {@code tryConvertToOptimisticRead(stamp)}, which
   * let others in at once.
   */
  public static long lowerBegin(@Nullable Object object, long stamp, int site) {
    try {
      if (object instanceof StampedLock lock && isHeld(lock, stamp)) {
        boolean toRead = StampedLock.isReadLockStamp(stamp);
        if (!toRead) {
          released(lock, stamp, site);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return stamp;
  }

  /** After {@code tryConvertTo…(stamp)}. */
  public static void converted(@Nullable Object object, long result, long stamp, int site) {
    try {
      if (!(object instanceof StampedLock lock) || result == 0) {
        return;
      }
      boolean wasRead = StampedLock.isReadLockStamp(stamp);
      boolean isRead = StampedLock.isReadLockStamp(result);
      boolean wasWrite = StampedLock.isWriteLockStamp(stamp);
      boolean isWrite = StampedLock.isWriteLockStamp(result);
      if (wasRead && !isRead) {
        released(lock, stamp, site);
      }
      if (isRead && !wasRead || isWrite && !wasWrite) {
        Lane lane = Lane.current();
        LockThing thing = Locks.of(lane, lock, site);
        thing.acquisitions++;
        lane.log.event(LOCK_ACQUIRED, shared(result), thing.id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After {@code tryOptimisticRead()}. */
  public static void optimistic(@Nullable Object object, long stamp, long none, int site) {
    try {
      if (object instanceof StampedLock lock) {
        Lane lane = Lane.current();
        int flags = stamp == 0 ? Flags.FAILED : 0;
        lane.log.event(OPTIMISTIC_READ, flags, Locks.of(lane, lock, site).id, site, stamp);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code validate(stamp)}; the token is that stamp. */
  public static long validateBegin(@Nullable Object lock, long stamp, int site) {
    return stamp;
  }

  /** After {@code validate(stamp)}. */
  public static void validated(@Nullable Object object, boolean valid, long stamp, int site) {
    try {
      if (object instanceof StampedLock lock && StampedLock.isOptimisticReadStamp(stamp)) {
        Lane lane = Lane.current();
        int flags = valid ? 0 : Flags.FAILED;
        lane.log.event(OPTIMISTIC_VALIDATED, flags, Locks.of(lane, lock, site).id, site, stamp);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
