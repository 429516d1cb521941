package interleave.agent.queue;

import static interleave.event.EventKind.*;

import interleave.agent.rewrite.CallHook;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Previews;
import interleave.agent.trace.Programs;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.Collection;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what puts into a {@link BlockingQueue}.
 *
 * <p>An element becomes a message before the call, since another thread may have it before the call
 * is over. Where the JDK's queue has room the element is put by its own {@code offer}, which is
 * what a put does first, and the program's call is skipped: that costs one event. Only a put that
 * has to wait is the program's own, after a request.
 *
 * <p>A token is the id of the message. No hook lets an exception out.
 */
public final class PutHooks {
  private static final long NOTHING = 0;
  private static final long DONE = CallHook.SKIP;

  /** A put that does not wait. */
  private static final long AT_ONCE = -2;

  private PutHooks() {}

  /** Before {@code put(e)}. */
  public static long putBegin(@Nullable Object queue, @Nullable Object element, int site) {
    return begin(queue, element, false, WaitLimit.NONE, site);
  }

  /** Before {@code putFirst(e)}. */
  public static long putFirstBegin(@Nullable Object queue, @Nullable Object element, int site) {
    return begin(queue, element, true, WaitLimit.NONE, site);
  }

  /** Before a timed {@code offer}. */
  public static long offerBegin(
      @Nullable Object queue,
      @Nullable Object element,
      long time,
      @Nullable TimeUnit unit,
      int site) {
    return unit == null ? NOTHING : begin(queue, element, false, limit(time, unit), site);
  }

  /** Before a timed {@code offerFirst}. */
  public static long offerFirstBegin(
      @Nullable Object queue,
      @Nullable Object element,
      long time,
      @Nullable TimeUnit unit,
      int site) {
    return unit == null ? NOTHING : begin(queue, element, true, limit(time, unit), site);
  }

  private static long limit(long time, TimeUnit unit) {
    return time <= 0 ? AT_ONCE : WaitLimit.of(time, unit);
  }

  private static long begin(
      @Nullable Object object, @Nullable Object element, boolean first, long limit, int site) {
    if (!(object instanceof BlockingQueue<?> queue) || element == null) {
      return NOTHING;
    }
    boolean put = false;
    try {
      Lane lane = Lane.current();
      QueueThing thing = Queues.of(lane, queue, site);
      long id = thing.underway.add(element);
      if (thing.mayBeTried && !Thread.currentThread().isInterrupted()) {
        put = offer(queue, element, first);
      }
      if (put) {
        recorded(lane, thing, id, element, site);
        return DONE;
      }
      if (limit != AT_ONCE && thing.bounded) {
        WaitLimit.say(lane, limit, thing.id);
        lane.log.event(PUT_REQUEST, 0, thing.id, site, id);
      }
      return id;
    } catch (Throwable e) {
      return put ? DONE : NOTHING;
    }
  }

  @SuppressWarnings("unchecked")
  private static boolean offer(BlockingQueue<?> queue, Object element, boolean first) {
    return first
        ? ((BlockingDeque<Object>) queue).offerFirst(element)
        : ((BlockingQueue<Object>) queue).offer(element);
  }

  private static void recorded(Lane lane, QueueThing thing, long id, Object element, int site) {
    lane.log.text(PUT, 0, thing.id, site, id, Previews.of(element));
  }

  /** Before {@code transfer(e)}, which waits until the element has been taken. */
  public static long transferBegin(@Nullable Object queue, @Nullable Object element, int site) {
    return transferring(queue, element, WaitLimit.NONE, site);
  }

  private static long transferring(
      @Nullable Object object, @Nullable Object element, long limit, int site) {
    if (!(object instanceof BlockingQueue<?> queue) || element == null) {
      return NOTHING;
    }
    boolean put = false;
    try {
      Lane lane = Lane.current();
      QueueThing thing = Queues.of(lane, queue, site);
      long id = thing.underway.add(element);
      if (thing.mayBeTried && !Thread.currentThread().isInterrupted()) {
        put = transferNow(queue, element);
      }
      if (put) {
        recorded(lane, thing, id, element, site);
        return DONE;
      }
      WaitLimit.say(lane, limit, thing.id);
      lane.log.event(PUT_REQUEST, 0, thing.id, site, id);
      return id;
    } catch (Throwable e) {
      return put ? DONE : NOTHING;
    }
  }

  @SuppressWarnings("unchecked")
  private static boolean transferNow(BlockingQueue<?> queue, Object element) {
    return ((LinkedTransferQueue<Object>) queue).tryTransfer(element);
  }

  /** Before a timed {@code tryTransfer}. */
  public static long tryTransferBegin(
      @Nullable Object queue,
      @Nullable Object element,
      long time,
      @Nullable TimeUnit unit,
      int site) {
    return unit == null ? NOTHING : transferring(queue, element, WaitLimit.of(time, unit), site);
  }

  /** Before what puts without waiting: {@code offer}, {@code add}, {@code push}. */
  public static long tryBegin(@Nullable Object object, @Nullable Object element, int site) {
    if (!(object instanceof BlockingQueue<?> queue) || element == null) {
      return NOTHING;
    }
    try {
      return Queues.of(Lane.current(), queue, site).underway.add(element);
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** Before {@code addAll}; a collection that the program wrote is not looked at. */
  public static long addAllBegin(@Nullable Object object, @Nullable Collection<?> all, int site) {
    long last = NOTHING;
    try {
      if (object instanceof BlockingQueue<?> queue && all != null && isReadable(all)) {
        QueueThing thing = Queues.of(Lane.current(), queue, site);
        for (Object each : all) {
          last = thing.underway.add(each);
        }
      }
    } catch (Throwable e) {
      // An element that is null, which the queue will refuse.
    }
    return last;
  }

  /** After {@code addAll}. */
  public static void addAllEnd(
      @Nullable Object queue, @Nullable Collection<?> all, boolean changed, long last, int site) {
    try {
      if (last != NOTHING && queue != null && all != null && isReadable(all)) {
        Lane lane = Lane.current();
        QueueThing thing = Queues.of(lane, queue, site);
        long id = last - all.size();
        for (Object each : all) {
          recorded(lane, thing, ++id, each, site);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static boolean isReadable(Collection<?> all) {
    return Programs.isJdk(all.getClass().getName());
  }

  /** After a put that had to succeed. */
  public static void putEnd(@Nullable Object queue, @Nullable Object element, long id, int site) {
    ended(queue, element, true, 0, id, site);
  }

  /** After a put that waited for some time at most. */
  public static void offerEnd(
      @Nullable Object queue,
      @Nullable Object element,
      long time,
      @Nullable TimeUnit unit,
      boolean success,
      long id,
      int site) {
    ended(queue, element, success, Flags.TIMED_OUT, id, site);
  }

  /** After a put that does not wait. */
  public static void tryEnd(
      @Nullable Object queue, @Nullable Object element, boolean success, long id, int site) {
    ended(queue, element, success, Flags.FAILED, id, site);
  }

  private static void ended(
      @Nullable Object queue,
      @Nullable Object element,
      boolean success,
      int otherwise,
      long id,
      int site) {
    if (id == NOTHING || queue == null || element == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      QueueThing thing = Queues.of(lane, queue, site);
      if (success) {
        recorded(lane, thing, id, element, site);
      } else {
        thing.underway.withdraw(id);
        lane.log.event(PUT_ABANDONED, otherwise, thing.id, site, id);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The put threw {@code why}. */
  public static void putFailed(@Nullable Object queue, Throwable why, long id, int site) {
    if (id == NOTHING || queue == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      QueueThing thing = Queues.of(lane, queue, site);
      thing.underway.withdraw(id);
      boolean interrupted = why instanceof InterruptedException;
      int flags = interrupted ? Flags.INTERRUPTED : Flags.FAILED;
      lane.log.event(PUT_ABANDONED, flags, thing.id, site, id);
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
