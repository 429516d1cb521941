package interleave.agent.lock;

import static interleave.event.EventKind.*;

import interleave.agent.control.Control;
import interleave.agent.rewrite.SynchronizedMethods;
import interleave.agent.trace.Lane;
import interleave.event.Clock;
import interleave.event.Flags;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around {@code synchronized}, {@code wait} and {@code notify}.
 *
 * <p>A monitor cannot be tried. So each keeps count of the threads that are in it or on their way:
 * the first one will not have to wait, and its acquisition is one event; any other asks first.
 * Another thread may still come in between the two, quicker; each acquisition is therefore
 * numbered, and whoever finds that some took place meanwhile did wait and says so afterwards.
 * Monitors that the JDK's own code may hold, which we do not see, are always asked for. A thread in
 * {@code wait} stays counted, since it may come back at any time.
 *
 * <p>Who gave a monitor back and takes it again mostly gets it, though others wait: the JVM wakes
 * them too late for that. To write down a request between the two would give them the time, and the
 * program another order. So who had it last does not ask either.
 *
 * <p>No hook lets an exception out.
 */
public final class MonitorHooks {
  private static final int ACQUIRED = LOCK_ACQUIRED.code();
  private static final int REQUEST = LOCK_REQUEST.code();
  private static final int RELEASED = LOCK_RELEASED.code();
  private static final long NOTHING = 0;

  private MonitorHooks() {}

  /** Before {@code monitorenter}; 0 when there is nothing to do afterwards. */
  public static long enterBegin(@Nullable Object object, int site) {
    if (object == null) {
      return NOTHING;
    }
    try {
      Lane lane = Lane.current();
      MonitorThing monitor = Monitors.of(lane, object, site);
      int me = lane.log.threadId();
      if (monitor.owner == me && monitor.holds > 0 && Thread.holdsLock(object)) {
        monitor.holds++;
        return NOTHING;
      }
      boolean others = monitor.join() > 0;
      LockLane.of(lane).acquisitionsSeen = monitor.acquisitions;
      boolean asks = monitor.heldElsewhere || others && !monitor.wasLeftBy(me);
      long now = Clock.now();
      if (asks) {
        lane.log.eventAt(REQUEST, 0, monitor.id, site, 0, now);
      }
      return now << 1 | (asks ? 1 : 0);
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** After {@code monitorenter}. */
  public static void enterEnd(@Nullable Object object, long token, int site) {
    if (token == NOTHING || object == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      MonitorThing monitor = Monitors.of(lane, object, site);
      monitor.take(lane.log.threadId(), 1);
      long asked = token >> 1;
      boolean waited = (token & 1) != 0;
      if (!waited && monitor.acquisitions != LockLane.of(lane).acquisitionsSeen) {
        lane.log.eventAt(REQUEST, 0, monitor.id, site, 0, asked);
        waited = true;
      }
      monitor.acquisitions++;
      long now = Clock.now();
      lane.log.eventAt(ACQUIRED, 0, monitor.id, site, waited ? now - asked : 0, now);
    } catch (Throwable e) {
      // Not recorded, but entered.
    }
  }

  /** Before {@code monitorexit}. */
  public static void exit(@Nullable Object object, int site) {
    if (object == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      MonitorThing monitor = Monitors.of(lane, object, site);
      if (monitor.owner == lane.log.threadId() && --monitor.holds == 0) {
        monitor.owner = 0;
        lane.log.event(RELEASED, 0, monitor.id, site, 0);
        monitor.leave();
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The id of a monitor of which the JVM tells class and identity hash; 0 for an unknown one. */
  public static int idOf(String className, int hash) {
    return Monitors.idOf(className, hash);
  }

  /** Before {@code wait()}. */
  public static long waitBegin(@Nullable Object object, int site) {
    return waiting(object, 0, site);
  }

  /** Before {@code wait(millis)}. */
  public static long waitBegin(@Nullable Object object, long millis, int site) {
    return waiting(object, TimeUnit.MILLISECONDS.toNanos(millis), site);
  }

  /** Before {@code wait(millis, nanos)}. */
  public static long waitBegin(@Nullable Object object, long millis, int nanos, int site) {
    return waiting(object, TimeUnit.MILLISECONDS.toNanos(millis) + nanos, site);
  }

  private static long waiting(@Nullable Object object, long nanos, int site) {
    try {
      if (object == null || !Thread.holdsLock(object)) {
        return NOTHING; // wait will say so
      }
      Lane lane = Lane.current();
      MonitorThing monitor = Monitors.of(lane, object, site);
      LockLane.of(lane).waitingHolds = monitor.owner == lane.log.threadId() ? monitor.holds : 0;
      monitor.owner = 0;
      monitor.holds = 0;
      long now = Clock.now();
      long asked = ConditionHooks.micros(nanos) << 32;
      lane.log.eventAt(WAIT_BEGIN.code(), 0, monitor.id, site, asked, now);
      // When the wait is to end at the latest; 1 stands for never.
      return nanos <= 0 || now + nanos <= 1 ? 1 : now + nanos;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** After {@code wait}. */
  public static void waitEnd(@Nullable Object object, long token, int site) {
    if (token != NOTHING && object != null) {
      boolean late = Clock.COUNTS_STEPS ? Control.hasExpired() : token != 1 && Clock.now() >= token;
      waited(object, late ? Flags.TIMED_OUT : 0, site);
    }
  }

  /** {@code wait} threw {@code why}; the monitor is held again all the same. */
  public static void waitFailed(@Nullable Object object, Throwable why, long token, int site) {
    if (token != NOTHING && object != null) {
      waited(object, why instanceof InterruptedException ? Flags.INTERRUPTED : 0, site);
    }
  }

  private static void waited(Object object, int flags, int site) {
    try {
      Lane lane = Lane.current();
      MonitorThing monitor = Monitors.of(lane, object, site);
      int holds = LockLane.of(lane).waitingHolds;
      if (holds > 0) {
        monitor.take(lane.log.threadId(), holds);
        monitor.acquisitions++;
      }
      lane.log.event(WAIT_END, flags, monitor.id, site, 0);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code notify()}. */
  public static long notifyBegin(@Nullable Object object, int site) {
    return notifying(object, 0, site);
  }

  /** Before {@code notifyAll()}. */
  public static long notifyAllBegin(@Nullable Object object, int site) {
    return notifying(object, Flags.ALL, site);
  }

  private static long notifying(@Nullable Object object, int flags, int site) {
    try {
      if (object != null && Thread.holdsLock(object)) {
        Lane lane = Lane.current();
        lane.log.event(NOTIFY, flags, Monitors.of(lane, object, site).id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** After {@code getModifiers()} of a method: with what we took from it. */
  public static int modifiers(@Nullable Object method, int modifiers, long none, int site) {
    try {
      return SynchronizedMethods.modifiers(method, modifiers);
    } catch (Throwable e) {
      return modifiers;
    }
  }
}
