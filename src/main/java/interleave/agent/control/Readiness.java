package interleave.agent.control;

import interleave.agent.control.call.Test;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/** Whether a thread could go on with what it stands before: the object itself is asked. */
final class Readiness {
  private static final String WRAPPER = "$DelegatedExecutorService";

  private static volatile @Nullable VarHandle readOwner;
  private static volatile @Nullable VarHandle writeOwner;

  private Readiness() {}

  private static volatile @Nullable VarHandle wrapped;

  /** Opens the insides of locks that do not say whose part they are. */
  static void open() throws ReflectiveOperationException {
    readOwner = whole(ReentrantReadWriteLock.ReadLock.class);
    writeOwner = whole(ReentrantReadWriteLock.WriteLock.class);
    Class<?> wrapper =
        Class.forName(java.util.concurrent.Executors.class.getName().concat(WRAPPER));
    wrapped =
        MethodHandles.privateLookupIn(wrapper, MethodHandles.lookup())
            .findVarHandle(wrapper, "e", java.util.concurrent.ExecutorService.class);
  }

  private static VarHandle whole(Class<?> part) throws ReflectiveOperationException {
    Class<?> sync = Class.forName(ReentrantReadWriteLock.class.getName().concat("$Sync"));
    return MethodHandles.privateLookupIn(part, MethodHandles.lookup())
        .findVarHandle(part, "sync", sync);
  }

  /**
   * What stands for an object of which there are parts: both halves of a read-write lock are one,
   * and so are a pool and what is wrapped around it.
   */
  static Object whole(Object object) {
    Object found = null;
    if (object instanceof ReentrantReadWriteLock.ReadLock) {
      found = sync(readOwner, object);
    } else if (object instanceof ReentrantReadWriteLock.WriteLock) {
      found = sync(writeOwner, object);
    } else if (isWrapper(object.getClass())) {
      found = sync(wrapped, object);
    }
    return found == null ? object : found;
  }

  private static boolean isWrapper(@Nullable Class<?> type) {
    return type != null && (type.getName().endsWith(WRAPPER) || isWrapper(type.getSuperclass()));
  }

  static boolean of(Strand strand) {
    if (strand.expired || strand.interrupted && strand.interruptible) {
      return strand.test != Test.NOTIFIED || strand.course.monitors.isOpenTo(strand);
    }
    Object target = strand.target;
    return switch (strand.test) {
      case ALWAYS -> !strand.spins || strand.rounds.hasChanged(strand, strand.course.changes);
      case MONITOR -> strand.course.monitors.isOpenTo(strand);
      case NOTIFIED -> strand.notified && strand.course.monitors.isOpenTo(strand);
      case UNPARKED -> strand.permit;
      case LOCK -> target == null || isFree(target);
      case STAMP_TO_READ -> !(target instanceof StampedLock lock) || !lock.isWriteLocked();
      case STAMP_TO_WRITE ->
          !(target instanceof StampedLock lock) || !lock.isWriteLocked() && !lock.isReadLocked();
      case PERMITS -> !(target instanceof Semaphore of) || of.availablePermits() >= strand.asked;
      case LATCH -> !(target instanceof CountDownLatch latch) || latch.getCount() == 0;
      case ITEM -> !(target instanceof BlockingQueue<?> queue) || !queue.isEmpty();
      case SPACE -> !(target instanceof BlockingQueue<?> to) || to.remainingCapacity() > 0;
      case ENDED -> !(target instanceof Thread thread) || hasEnded(thread);
      case DONE -> !(target instanceof Future<?> future) || future.isDone();
    };
  }

  private static boolean hasEnded(Thread thread) {
    Strand known = Strand.of(thread);
    return known == null ? !thread.isAlive() : known.ended;
  }

  private static boolean isFree(Object lock) {
    if (lock instanceof ReentrantLock plain) {
      return !plain.isLocked();
    }
    if (lock instanceof ReentrantReadWriteLock.ReadLock) {
      return !(sync(readOwner, lock) instanceof AbstractQueuedSynchronizer sync)
          || writes(sync) == 0;
    }
    if (lock instanceof ReentrantReadWriteLock.WriteLock) {
      return !(sync(writeOwner, lock) instanceof AbstractQueuedSynchronizer sync)
          || state(sync) == 0;
    }
    return true;
  }

  private static @Nullable Object sync(@Nullable VarHandle handle, Object part) {
    return handle == null ? null : handle.get(part);
  }

  private static int state(AbstractQueuedSynchronizer sync) {
    VarHandle handle = State.HANDLE;
    return handle == null ? 0 : (int) handle.get(sync);
  }

  /** The lower half of the state counts the holds of the writer. */
  private static int writes(AbstractQueuedSynchronizer sync) {
    return state(sync) & 0xFFFF;
  }

  private static final class State {
    static final @Nullable VarHandle HANDLE = find();

    private static @Nullable VarHandle find() {
      try {
        Class<?> type = AbstractQueuedSynchronizer.class;
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
            .findVarHandle(type, "state", int.class);
      } catch (ReflectiveOperationException e) {
        return null;
      }
    }
  }
}
