package interleave.agent;

import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** What the tracer knows of one object of the program, for as long as the program knows it. */
class Thing extends WeakReference<Object> {
  private static final AtomicIntegerFieldUpdater<Thing> INTERESTED =
      AtomicIntegerFieldUpdater.newUpdater(Thing.class, "interested");

  final int hash;

  /** The next thing in the same bucket of {@link Things}; written under its lock. */
  volatile @Nullable Thing next;

  /** The object's id in the recording. */
  int id;

  /** Whether it has a name of its own, and not that of its class only. */
  boolean named;

  /** Whether its methods are the JDK's own, and may be called by us. */
  boolean plain;

  /** A read lock. */
  boolean shared;

  /** Of a condition: what it belongs to. Of a read or write lock: the two together. */
  volatile @Nullable Thing whole;

  // Of a monitor. Owner and holds are written by the thread that has it.
  int owner;
  int holds;
  volatile int acquisitions;

  /** Whether code that we do not rewrite may hold this monitor. */
  boolean heldElsewhere;

  private volatile int interested;

  Thing(Object object, int hash, @Nullable ReferenceQueue<Object> gone) {
    super(object, gone);
    this.hash = hash;
  }

  void define(ObjectType type, String name) {
    id = Lane.RECORDER.object(type, 0, name);
  }

  /** One more thread is in this monitor or on its way; how many others there are. */
  int join() {
    return INTERESTED.getAndIncrement(this);
  }

  void leave() {
    INTERESTED.decrementAndGet(this);
  }
}
