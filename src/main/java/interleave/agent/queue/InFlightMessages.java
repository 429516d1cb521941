package interleave.agent.queue;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are in one queue of the program's or on their way into it, and which message
 * each of them is. An object is known by its identity: equal ones are told apart, and one that was
 * put twice is two messages, of which the older is got first. Objects are held weakly, so that what
 * leaves the queue unseen is not kept alive.
 *
 * <p>Most queues hand out what came first, so what is looked for is found at the head of a ring. In
 * queues with an order of their own, and where others took things out unseen, it lies further on.
 *
 * <pre>
 *   first                       next
 *     │ a │ b │ - │ a │ c │      │         message ids count up from slot to slot
 * </pre>
 */
final class InFlightMessages {
  private static final AtomicIntegerFieldUpdater<InFlightMessages> BUSY =
      AtomicIntegerFieldUpdater.newUpdater(InFlightMessages.class, "busy");

  private static final int SMALLEST = 64;

  /** Beyond this far down the ring objects are looked up by their hash. */
  private static final int LOOKED_AT = 32;

  /** More than this are never remembered: then something takes them out unseen. */
  private static final int MOST = 1 << 20;

  private volatile int busy;
  private @Nullable WeakReference<Object>[] ring = ring(SMALLEST);
  private long first = 1;
  private long next = 1;
  private @Nullable ByIdentity index;

  @SuppressWarnings("unchecked")
  private static @Nullable WeakReference<Object>[] ring(int size) {
    return (@Nullable WeakReference<Object>[]) new @Nullable WeakReference<?>[size];
  }

  boolean isEmpty() {
    return first == next;
  }

  /** Whether a message is {@code element}. */
  boolean holds(Object element) {
    lock();
    try {
      for (long id = first; id < next; id++) {
        if (is(id, element)) {
          return true;
        }
      }
      return false;
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  /** The ids of the messages that are among {@code contents}, which it counts down. */
  long[] among(Map<Object, Integer> contents) {
    lock();
    try {
      long[] found = new long[(int) (next - first)];
      int count = 0;
      for (long id = first; id < next; id++) {
        Object element = element(id);
        if (element != null && takes(contents, element)) {
          found[count++] = id;
        }
      }
      return Arrays.copyOf(found, count);
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  /** Those of {@code ids} that are here and not among {@code contents}; they leave. */
  long[] gone(long[] ids, Map<Object, Integer> contents) {
    lock();
    try {
      long[] gone = new long[ids.length];
      int count = 0;
      for (long id : ids) {
        boolean here = id >= first && ring[(int) id & (ring.length - 1)] != null;
        Object element = here ? element(id) : null;
        if (here && (element == null || !takes(contents, element))) {
          gone[count++] = id;
          leave(id, element);
        }
      }
      return Arrays.copyOf(gone, count);
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  private void leave(long id, @Nullable Object element) {
    if (element != null) {
      clear(id, element);
    } else {
      ring[(int) id & (ring.length - 1)] = null; // collected since, for it is in no queue
    }
  }

  private @Nullable Object element(long id) {
    WeakReference<Object> reference = ring[(int) id & (ring.length - 1)];
    return reference == null ? null : reference.get();
  }

  private static boolean takes(Map<Object, Integer> contents, Object element) {
    Integer count = contents.get(element);
    if (count == null || count == 0) {
      return false;
    }
    contents.put(element, count - 1);
    return true;
  }

  /** The id of a new message, which is {@code element}. */
  long add(Object element) {
    WeakReference<Object> reference = new WeakReference<>(element);
    lock();
    try {
      long id = next;
      if (id - first == ring.length) {
        makeRoom();
      }
      ring[(int) id & (ring.length - 1)] = reference;
      next = id + 1;
      if (index != null) {
        index.add(element, id);
      }
      return id;
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  /** The id of the oldest message that is {@code element}, which leaves; 0 when there is none. */
  long remove(Object element) {
    lock();
    try {
      long head = first;
      if (head < next) {
        WeakReference<Object> oldest = ring[(int) head & (ring.length - 1)];
        if (oldest != null && oldest.refersTo(element)) {
          clear(head, element);
          return head;
        }
      }
      return search(element);
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  /** The id of the youngest message that is {@code element}, for queues used from both ends. */
  long removeLast(Object element) {
    lock();
    try {
      for (long id = next - 1; id >= first && id >= next - LOOKED_AT; id--) {
        if (is(id, element)) {
          clear(id, element);
          return id;
        }
      }
      return search(element);
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  /** The message did not get into the queue. */
  void withdraw(long id) {
    lock();
    try {
      if (id >= first && id < next) {
        WeakReference<Object> reference = ring[(int) id & (ring.length - 1)];
        Object element = reference == null ? null : reference.get();
        if (element != null) {
          clear(id, element);
        }
      }
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  /** An id for a message that nobody was seen to put. */
  long stranger() {
    lock();
    try {
      long id = next;
      if (id - first == ring.length) {
        makeRoom();
      }
      next = id + 1;
      if (id == first) {
        first = next;
      }
      return id;
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  /** The id of the oldest message, which leaves; 0 when there is none. */
  long removeAny() {
    lock();
    try {
      for (long id = first; id < next; id++) {
        WeakReference<Object> reference = ring[(int) id & (ring.length - 1)];
        Object element = reference == null ? null : reference.get();
        if (element != null) {
          clear(id, element);
          return id;
        }
      }
      return 0;
    } finally {
      BUSY.lazySet(this, 0);
    }
  }

  private void lock() {
    while (!BUSY.compareAndSet(this, 0, 1)) {
      Thread.onSpinWait();
    }
  }

  /** Whether that message is here and is {@code element}; asked with the lock held. */
  boolean is(long id, Object element) {
    if (id < first) {
      return false;
    }
    WeakReference<Object> reference = ring[(int) id & (ring.length - 1)];
    return reference != null && reference.refersTo(element);
  }

  private long search(Object element) {
    long near = Math.min(next, first + LOOKED_AT);
    for (long id = first; id < near; id++) {
      if (is(id, element)) {
        clear(id, element);
        return id;
      }
    }
    if (near == next) {
      return 0;
    }
    ByIdentity found = index;
    if (found == null) {
      found = new ByIdentity(this);
      for (long id = first; id < next; id++) {
        WeakReference<Object> reference = ring[(int) id & (ring.length - 1)];
        Object each = reference == null ? null : reference.get();
        if (each != null) {
          found.add(each, id);
        }
      }
      index = found;
    }
    long id = found.oldest(element);
    if (id != 0) {
      clear(id, element);
    }
    return id;
  }

  private void clear(long id, Object element) {
    ring[(int) id & (ring.length - 1)] = null;
    if (index != null) {
      index.remove(element, id);
    }
    if (id == first) {
      skipHoles();
    }
  }

  private void skipHoles() {
    long at = first;
    while (at < next) {
      WeakReference<Object> reference = ring[(int) at & (ring.length - 1)];
      if (reference != null && !reference.refersTo(null)) {
        break;
      }
      ring[(int) at & (ring.length - 1)] = null;
      at++;
    }
    first = at;
    if (first == next) {
      index = null;
    }
  }

  private void makeRoom() {
    skipHoles();
    if (next - first < ring.length) {
      return;
    }
    if (ring.length == MOST) {
      first += MOST / 2;
      Arrays.fill(ring, (int) (first - MOST / 2) & (MOST - 1), half(first), null);
      index = null;
      return;
    }
    @Nullable WeakReference<Object>[] wider = ring(ring.length * 2);
    for (long id = first; id < next; id++) {
      wider[(int) id & (wider.length - 1)] = ring[(int) id & (ring.length - 1)];
    }
    ring = wider;
  }

  private static int half(long end) {
    int at = (int) end & (MOST - 1);
    return at == 0 ? MOST : at;
  }
}
