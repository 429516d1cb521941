package interleave.agent.queue;

import static interleave.event.EventKind.*;

import interleave.agent.task.RefusalEdges;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Previews;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what takes out of a {@link BlockingQueue}.
 *
 * <p>As {@link PutHooks}, the other way round: what is there is got with the queue's own {@code
 * poll} and handed to the program in place of its call; only a get that has to wait is the
 * program's own. No hook lets an exception out.
 */
public final class GetHooks {
  private static final int GET_CODE = GET.code();
  private static final long NOTHING = 0;

  /** A get that waits. */
  private static final long ASKED = 1;

  /** A get that does not wait. */
  private static final long TRY = 2;

  /** What is gone afterwards was got. */
  private static final long SWEEP = 3;

  private GetHooks() {}

  /** In place of {@code take()}, where something is there. */
  public static @Nullable Object takeNow(@Nullable Object queue, int site) {
    return now(queue, false, site);
  }

  /** In place of {@code takeLast()}. */
  public static @Nullable Object takeLastNow(@Nullable Object queue, int site) {
    return now(queue, true, site);
  }

  /** In place of a timed {@code poll}. */
  public static @Nullable Object pollNow(
      @Nullable Object queue, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? null : now(queue, false, site);
  }

  /** In place of a timed {@code pollLast}. */
  public static @Nullable Object pollLastNow(
      @Nullable Object queue, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? null : now(queue, true, site);
  }

  private static @Nullable Object now(@Nullable Object object, boolean last, int site) {
    if (!(object instanceof BlockingQueue<?> queue)) {
      return null;
    }
    Object got = null;
    try {
      Lane lane = Lane.current();
      QueueThing thing = Queues.of(lane, queue, site);
      if (thing.mayBeTried && !Thread.currentThread().isInterrupted()) {
        got = last ? ((BlockingDeque<?>) queue).pollLast() : queue.poll();
        if (got != null) {
          recorded(lane, thing, got, last, site);
        }
      }
    } catch (Throwable e) {
      // Not recorded, and perhaps not got.
    }
    return got;
  }

  /** Message {@code id} is out, whoever took it. */
  static void recorded(Lane lane, QueueThing thing, long id, int site) {
    lane.log.event(GET_CODE, 0, thing.id, site, id);
  }

  private static void recorded(Lane lane, QueueThing thing, Object got, boolean last, int site) {
    RefusalEdges.takenOut(lane, got);
    InFlightMessages underway = thing.underway;
    long id = last ? underway.removeLast(got) : underway.remove(got);
    if (id != 0) {
      lane.log.event(GET_CODE, 0, thing.id, site, id);
    } else {
      lane.log.text(GET, 0, thing.id, site, underway.stranger(), Previews.of(got));
    }
  }

  /** Before {@code take()}, when nothing was there. */
  public static long takeBegin(@Nullable Object queue, int site) {
    return ask(queue, WaitLimit.NONE, site);
  }

  /** Before a timed {@code poll}. */
  public static long pollBegin(
      @Nullable Object queue, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : time <= 0 ? TRY : ask(queue, WaitLimit.of(time, unit), site);
  }

  private static long ask(@Nullable Object object, long limit, int site) {
    if (!(object instanceof BlockingQueue<?> queue)) {
      return NOTHING;
    }
    try {
      if (queue.getClass() == PriorityBlockingQueue.class && !queue.isEmpty()) {
        return TRY;
      }
      Lane lane = Lane.current();
      int id = Queues.of(lane, queue, site).id;
      WaitLimit.say(lane, limit, id);
      lane.log.event(GET_REQUEST, 0, id, site, 0);
      return ASKED;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** Before what takes out without waiting. */
  public static long tryBegin(@Nullable Object queue, int site) {
    return queue instanceof BlockingQueue<?> ? TRY : NOTHING;
  }

  /** Before {@code remove(e)}, which may take out another that is equal. */
  public static long removeBegin(@Nullable Object queue, @Nullable Object element, int site) {
    try {
      if (queue instanceof BlockingQueue<?> && element != null) {
        Lane lane = Lane.current();
        boolean here = Queues.of(lane, queue, site).underway.holds(element);
        return here || !Sweep.begin(lane, queue) ? TRY : SWEEP;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** After a get from the head. */
  public static void got(@Nullable Object queue, @Nullable Object element, long token, int site) {
    ended(queue, element, false, token, site);
  }

  /** After a get from the tail. */
  public static void gotLast(
      @Nullable Object queue, @Nullable Object element, long token, int site) {
    ended(queue, element, true, token, site);
  }

  private static void ended(
      @Nullable Object queue, @Nullable Object element, boolean last, long token, int site) {
    if (token == NOTHING || queue == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      QueueThing thing = Queues.of(lane, queue, site);
      if (element != null) {
        recorded(lane, thing, element, last, site);
      } else if (token == ASKED) {
        lane.log.event(GET_ABANDONED, Flags.TIMED_OUT, thing.id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The get threw {@code why}. */
  public static void getFailed(@Nullable Object queue, Throwable why, long token, int site) {
    if (token == ASKED && queue != null) {
      try {
        boolean interrupted = why instanceof InterruptedException;
        int flags = interrupted ? Flags.INTERRUPTED : Flags.FAILED;
        Lane lane = Lane.current();
        lane.log.event(GET_ABANDONED, flags, Queues.of(lane, queue, site).id, site, 0);
      } catch (Throwable e) {
        // Not recorded.
      }
    }
  }

  /** After {@code remove(e)}. */
  public static void removed(
      @Nullable Object object, @Nullable Object element, boolean found, long token, int site) {
    try {
      Lane lane = Lane.current();
      if (token == SWEEP) {
        Sweep.end(lane, object, site);
      } else if (token != NOTHING && found && object != null && element != null) {
        QueueThing thing = Queues.of(lane, object, site);
        long id = thing.underway.remove(element);
        if (id != 0) {
          lane.log.event(GET_CODE, 0, thing.id, site, id);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code drainTo(c)}: how many elements {@code c} has. */
  public static long drainBegin(@Nullable Object queue, @Nullable Collection<?> to, int site) {
    return queue instanceof BlockingQueue<?> && to != null ? TRY : NOTHING;
  }

  public static long drainBegin(
      @Nullable Object queue, @Nullable Collection<?> to, int most, int site) {
    return drainBegin(queue, to, site);
  }

  /** After {@code drainTo(c)}. */
  public static void drained(
      @Nullable Object queue, @Nullable Collection<?> to, int count, long token, int site) {
    try {
      if (token != NOTHING && queue != null && to != null && count > 0) {
        Lane lane = Lane.current();
        QueueThing thing = Queues.of(lane, queue, site);
        List<Object> tail = tail(to, count);
        for (int i = 0; i < count; i++) {
          if (tail != null) {
            recorded(lane, thing, tail.get(i), false, site);
          } else {
            // What they are cannot be told from the collection, but queues drain in their order.
            lane.log.event(GET_CODE, 0, thing.id, site, thing.underway.removeAny());
          }
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  public static void drained(
      @Nullable Object queue,
      @Nullable Collection<?> to,
      int most,
      int count,
      long token,
      int site) {
    drained(queue, to, count, token, site);
  }

  /** The last so many of a collection of the JDK's that keeps its order; null for another. */
  private static @Nullable List<Object> tail(Collection<?> of, int count) {
    Class<?> type = of.getClass();
    if (type != ArrayList.class && type != LinkedList.class && type != ArrayDeque.class) {
      return null;
    }
    List<Object> tail = new ArrayList<>(count);
    int skip = of.size() - count;
    Iterator<?> each = of.iterator();
    for (int i = 0; each.hasNext(); i++) {
      Object element = each.next();
      if (i >= skip) {
        tail.add(element);
      }
    }
    return tail.size() == count ? tail : null;
  }

  /** After {@code clear()}: whoever cleared it got all that was there. */
  public static void cleared(@Nullable Object queue, long token, int site) {
    try {
      if (queue instanceof BlockingQueue<?>) {
        Lane lane = Lane.current();
        QueueThing thing = Queues.of(lane, queue, site);
        for (long id = thing.underway.removeAny(); id != 0; id = thing.underway.removeAny()) {
          lane.log.event(GET_CODE, 0, thing.id, site, id);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
