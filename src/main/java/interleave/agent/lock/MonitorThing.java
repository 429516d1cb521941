package interleave.agent.lock;

import interleave.agent.trace.Thing;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** What the tracer knows of one object that is used as a monitor. */
final class MonitorThing extends Thing {
  private static final AtomicIntegerFieldUpdater<MonitorThing> INTERESTED =
      AtomicIntegerFieldUpdater.newUpdater(MonitorThing.class, "interested");

  // Written by the thread that has it; who had it last stays when nobody has it.
  int owner;
  int latest;
  int holds;
  volatile int acquisitions;

  /** Whether code that we do not rewrite may hold this monitor. */
  final boolean heldElsewhere;

  private volatile int interested;

  MonitorThing(Object object, int hash, ReferenceQueue<Object> gone, boolean heldElsewhere) {
    super(object, hash, gone);
    this.heldElsewhere = heldElsewhere;
  }

  /** One more thread is in this monitor or on its way; how many others there are. */
  int join() {
    return INTERESTED.getAndIncrement(this);
  }

  void leave() {
    INTERESTED.decrementAndGet(this);
  }

  /** {@code thread}, the calling one, has it now. */
  void take(int thread, int times) {
    owner = thread;
    latest = thread;
    holds = times;
  }

  /** Whether {@code thread}, the calling one, had it last, and nobody since that we know of. */
  boolean wasLeftBy(int thread) {
    return latest == thread && owner == 0;
  }
}
