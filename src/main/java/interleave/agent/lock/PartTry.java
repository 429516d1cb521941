package interleave.agent.lock;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes a part of an unfair {@code ReentrantReadWriteLock}, if that is free, just as its own {@code
 * lock()} does before it queues. A reader that would queue behind a writer is not tried: {@code
 * tryLock()} would let it pass.
 */
final class PartTry {
  private PartTry() {}

  /** Whether {@code lock}, of which {@code thing} is known, was free and is the caller's now. */
  static boolean take(LockThing thing, Lock lock) {
    LockThing whole = thing.whole;
    ReentrantReadWriteLock known = whole == null ? null : plain(whole.get());
    if (known == null) {
      return false;
    }
    try {
      if (lock.getClass() == ReentrantReadWriteLock.WriteLock.class) {
        return lock.tryLock();
      }
      return lock.getClass() == ReentrantReadWriteLock.ReadLock.class
          && !known.hasQueuedThreads()
          && lock.tryLock();
    } catch (Throwable e) {
      return false; // such as too many holds: the program's own call shall say so
    }
  }

  private static @Nullable ReentrantReadWriteLock plain(@Nullable Object whole) {
    return whole != null
            && whole.getClass() == ReentrantReadWriteLock.class
            && !((ReentrantReadWriteLock) whole).isFair()
        ? (ReentrantReadWriteLock) whole
        : null;
  }
}
