package interleave.agent.lock;

import interleave.agent.trace.Thing;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/** What the tracer knows of one lock, of a part of it, or of a condition. */
final class LockThing extends Thing {
  /** A read lock. */
  boolean shared;

  /** Of a condition: what it belongs to. Of a read or write lock: the two together. */
  volatile @Nullable LockThing whole;

  /** How often it was acquired; of a lock with stamps. */
  volatile int acquisitions;

  LockThing(Object object, int hash, ReferenceQueue<Object> gone) {
    super(object, hash, gone);
  }
}
