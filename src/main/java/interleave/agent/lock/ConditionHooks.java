package interleave.agent.lock;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.event.Flags;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around {@code await} and {@code signal} of conditions. A condition waits
 * at its lock: events are about the lock, and tell the condition beside it.
 *
 * <p>No hook lets an exception out.
 */
public final class ConditionHooks {
  private static final long NOTHING = 0;
  private static final long WAITS = 1;
  private static final long LONGEST = 0xFFFF_FFFFL;

  private ConditionHooks() {}

  /** Before {@code await()}. */
  public static long awaitBegin(@Nullable Object object, int site) {
    return awaiting(object, 0, site);
  }

  /** Before {@code await(time, unit)}. */
  public static long awaitBegin(
      @Nullable Object object, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : awaiting(object, Math.max(1, unit.toNanos(time)), site);
  }

  /** Before {@code awaitNanos(nanos)}. */
  public static long awaitBegin(@Nullable Object condition, long nanos, int site) {
    return awaiting(condition, Math.max(1, nanos), site);
  }

  /** Before {@code awaitUntil(deadline)}. */
  public static long awaitBegin(@Nullable Object condition, @Nullable Date until, int site) {
    if (until == null || until.getClass() != Date.class) {
      return awaiting(condition, 0, site);
    }
    long millis = until.getTime() - System.currentTimeMillis();
    return awaiting(condition, TimeUnit.MILLISECONDS.toNanos(Math.max(1, millis)), site);
  }

  private static long awaiting(@Nullable Object object, long nanos, int site) {
    try {
      LockThing condition = object instanceof Condition ? Locks.ALL.known(object) : null;
      LockThing lock = condition == null ? null : condition.whole;
      if (object == null || condition == null || lock == null) {
        return NOTHING;
      }
      Locks.name(condition, object, site);
      long value = micros(nanos) << 32 | condition.id & 0xFFFF_FFFFL;
      Lane.current().log.event(WAIT_BEGIN, 0, lock.id, site, value);
      return WAITS;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** A time that was asked for, rounded up; 0 for ever. */
  static long micros(long nanos) {
    return nanos <= 0 ? 0 : Math.min(LONGEST, (nanos - 1) / 1000 + 1);
  }

  /** After {@code await()} and {@code awaitUninterruptibly()}. */
  public static void awaitEnd(@Nullable Object object, long token, int site) {
    awaited(object, 0, token, site);
  }

  /** After {@code await(time, unit)} and {@code awaitUntil(deadline)}. */
  public static void awaitEnd(@Nullable Object object, boolean inTime, long token, int site) {
    awaited(object, inTime ? 0 : Flags.TIMED_OUT, token, site);
  }

  /** After {@code awaitNanos(nanos)}. */
  public static void awaitEnd(@Nullable Object object, long left, long token, int site) {
    awaited(object, left > 0 ? 0 : Flags.TIMED_OUT, token, site);
  }

  /** {@code await…()} threw {@code why}; the lock is held again all the same. */
  public static void awaitFailed(@Nullable Object object, Throwable why, long token, int site) {
    int flags = why instanceof InterruptedException ? Flags.INTERRUPTED : Flags.FAILED;
    awaited(object, flags, token, site);
  }

  private static void awaited(@Nullable Object object, int flags, long token, int site) {
    if (token == NOTHING) {
      return;
    }
    try {
      if (object instanceof Condition) {
        LockThing condition = Locks.ALL.known(object);
        LockThing lock = condition == null ? null : condition.whole;
        if (condition != null && lock != null) {
          Lane.current().log.event(WAIT_END, flags, lock.id, site, condition.id);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code signal()}. */
  public static long signalBegin(@Nullable Object condition, int site) {
    return signalling(condition, 0, site);
  }

  /** Before {@code signalAll()}. */
  public static long signalAllBegin(@Nullable Object condition, int site) {
    return signalling(condition, Flags.ALL, site);
  }

  private static long signalling(@Nullable Object object, int flags, int site) {
    try {
      LockThing condition = object instanceof Condition ? Locks.ALL.known(object) : null;
      LockThing lock = condition == null ? null : condition.whole;
      if (object != null && condition != null && lock != null) {
        Locks.name(condition, object, site);
        Lane.current().log.event(NOTIFY, flags, lock.id, site, condition.id);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** {@code Condition::signal} as a function. */
  public static void signal(Condition condition) {
    signalBegin(condition, Lane.RECORDER.callerSite());
    condition.signal();
  }

  /** {@code Condition::signalAll} as a function. */
  public static void signalAll(Condition condition) {
    signalAllBegin(condition, Lane.RECORDER.callerSite());
    condition.signalAll();
  }
}
