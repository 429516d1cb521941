package interleave.agent.trace;

import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** What the tracer knows of one object of the program, for as long as the program knows it. */
public class Thing extends WeakReference<Object> {
  private static final AtomicIntegerFieldUpdater<Thing> INTERESTED =
      AtomicIntegerFieldUpdater.newUpdater(Thing.class, "interested");

  final int hash;

  /** The next thing in the same bucket of {@link Things}; written under its lock. */
  volatile @Nullable Thing next;

  /** The object's id in the recording. */
  public int id;

  /** Whether it has a name of its own, and not that of its class only. */
  public boolean named;

  /** Whether its methods are the JDK's own, and may be called by us. */
  public boolean plain;

  /** A read lock. */
  public boolean shared;

  /** Of a condition: what it belongs to. Of a read or write lock: the two together. */
  public volatile @Nullable Thing whole;

  // Of a monitor. Owner and holds are written by the thread that has it.
  public int owner;
  public int holds;
  public volatile int acquisitions;

  /** Whether code that we do not rewrite may hold this monitor. */
  public boolean heldElsewhere;

  private volatile int interested;

  public Thing(Object object, int hash, @Nullable ReferenceQueue<Object> gone) {
    super(object, gone);
    this.hash = hash;
  }

  public void define(ObjectType type, String name) {
    id = Lane.RECORDER.object(type, 0, name);
  }

  /** One more thread is in this monitor or on its way; how many others there are. */
  public int join() {
    return INTERESTED.getAndIncrement(this);
  }

  public void leave() {
    INTERESTED.decrementAndGet(this);
  }
}
