package interleave.agent.synchronizer;

import interleave.agent.trace.Thing;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** What the tracer knows of one synchronizer of the program. */
final class SynchronizerThing extends Thing {
  private static final AtomicIntegerFieldUpdater<SynchronizerThing> ARRIVALS =
      AtomicIntegerFieldUpdater.newUpdater(SynchronizerThing.class, "arrivals");

  /** Whether its methods are the JDK's own, and may be called by us. */
  final boolean plain;

  private volatile int arrivals;

  SynchronizerThing(Object object, int hash, ReferenceQueue<Object> gone, boolean plain) {
    super(object, hash, gone);
    this.plain = plain;
  }

  /** One more thread arrives at this barrier; how many did before. */
  int join() {
    return ARRIVALS.getAndIncrement(this);
  }

  /** It arrived in vain. */
  void leave() {
    ARRIVALS.decrementAndGet(this);
  }
}
