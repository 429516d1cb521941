package interleave.agent.synchronizer;

import static interleave.event.EventKind.*;

import interleave.agent.lock.Locks;
import interleave.agent.trace.Lane;
import interleave.event.Flags;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around {@code LockSupport.park} and its like. What the JDK's own locks
 * park for is told by the calls of these locks.
 *
 * <p>No hook lets an exception out.
 */
public final class ParkHooks {
  private static final long NOTHING = 0;
  private static final long FOR_EVER = 0;

  private ParkHooks() {}

  /** Before {@code park()}. */
  public static long parkBegin(int site) {
    return parking(null, FOR_EVER, site);
  }

  /** Before {@code park(blocker)}. */
  public static long parkBegin(@Nullable Object blocker, int site) {
    return parking(blocker, FOR_EVER, site);
  }

  /** Before {@code parkNanos(nanos)}. */
  public static long nanosBegin(long nanos, int site) {
    return nanos <= 0 ? NOTHING : parking(null, nanos, site);
  }

  /** Before {@code parkNanos(blocker, nanos)}. */
  public static long nanosBegin(@Nullable Object blocker, long nanos, int site) {
    return nanos <= 0 ? NOTHING : parking(blocker, nanos, site);
  }

  /** Before {@code parkUntil(deadline)}. */
  public static long untilBegin(long deadline, int site) {
    return parking(null, until(deadline), site);
  }

  /** Before {@code parkUntil(blocker, deadline)}. */
  public static long untilBegin(@Nullable Object blocker, long deadline, int site) {
    return parking(blocker, until(deadline), site);
  }

  private static long until(long deadline) {
    return TimeUnit.MILLISECONDS.toNanos(Math.max(1, deadline - System.currentTimeMillis()));
  }

  private static long parking(@Nullable Object blocker, long nanos, int site) {
    try {
      Lane lane = Lane.current();
      int object = blocker == null ? 0 : idOf(blocker, site);
      lane.log.event(PARK_BEGIN, 0, object, site, nanos);
      return object + 1L;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  private static int idOf(Object blocker, int site) {
    int lock = Locks.idOf(blocker);
    return lock != 0 ? lock : Synchronizers.ALL.of(blocker, site).id;
  }

  /** After {@code park…(…)}. */
  public static void parkEnd(long token, int site) {
    try {
      if (token != NOTHING) {
        int flags = Thread.currentThread().isInterrupted() ? Flags.INTERRUPTED : 0;
        Lane.current().log.event(PARK_END, flags, (int) (token - 1), site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code unpark(thread)}. */
  public static long unparkBegin(@Nullable Thread thread, int site) {
    try {
      if (thread != null) {
        Lane.current().log.event(UNPARK, 0, 0, site, Lane.RECORDER.threadId(thread));
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** {@code LockSupport::unpark} as a function. */
  public static void unpark(@Nullable Thread thread) {
    unparkBegin(thread, Lane.RECORDER.callerSite());
    LockSupport.unpark(thread);
  }
}
