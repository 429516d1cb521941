package interleave.agent.queue;

import interleave.agent.trace.Lane;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Called by the JDK's own queues, iterators and pools, where {@link QueueSites} says, when they
 * take something out of a queue of the program's. No hook lets an exception out.
 */
public final class QueueEdges {
  private static final Lane.Slot<Step> STEP = Lane.slot();

  private QueueEdges() {}

  /** What the calling thread's iterator handed out last. */
  private static final class Step {
    final WeakReference<Object> iterator;
    WeakReference<Object> element;

    Step(Object iterator, WeakReference<Object> element) {
      this.iterator = new WeakReference<>(iterator);
      this.element = element;
    }
  }

  /** An iterator handed out {@code element}. */
  public static void stepped(@Nullable Object iterator, @Nullable Object element) {
    try {
      Lane lane = Lane.known();
      if (lane == null || iterator == null || element == null) {
        return;
      }
      WeakReference<Object> out = new WeakReference<>(element);
      Step last = lane.get(STEP);
      if (last != null && last.iterator.refersTo(iterator)) {
        last.element = out;
      } else {
        lane.put(STEP, new Step(iterator, out));
      }
    } catch (Throwable e) {
      // Then nobody knows what it removes.
    }
  }

  /** It removed that from its queue. */
  public static void removed(@Nullable Object iterator, @Nullable Object queue) {
    try {
      Lane lane = Lane.known();
      Step last = lane == null ? null : lane.get(STEP);
      if (lane != null && last != null && iterator != null && last.iterator.refersTo(iterator)) {
        taken(lane, queue, last.element.get());
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** A worker of a pool took {@code task} out of the pool's queue; null when there was none. */
  public static void workerGot(@Nullable Object queue, @Nullable Object task) {
    try {
      if (task != null && queue != null && Queues.ALL.known(queue) != null) {
        taken(Lane.current(), queue, task);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static void taken(Lane lane, @Nullable Object queue, @Nullable Object element) {
    QueueThing thing = queue == null ? null : Queues.ALL.known(queue);
    long id = thing == null || element == null ? 0 : thing.underway.remove(element);
    if (thing != null && id != 0) {
      GetHooks.recorded(lane, thing, id, 0);
    }
  }

  /** A method begins that may take out whatever it likes. */
  public static void sweeps(@Nullable Object queue) {
    try {
      Lane lane = Lane.known();
      if (lane != null) {
        Sweep.begin(lane, queue);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** And is done. */
  public static void swept(@Nullable Object queue) {
    try {
      Lane lane = Lane.known();
      if (lane != null) {
        Sweep.end(lane, queue, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
