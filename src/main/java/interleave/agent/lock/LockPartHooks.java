package interleave.agent.lock;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code where a lock hands out parts of itself: read and write locks, which are
 * recorded as the lock they belong to, and conditions.
 *
 * <p>No hook lets an exception out.
 */
public final class LockPartHooks {
  private LockPartHooks() {}

  /** After {@code readLock()}. */
  public static void readLock(@Nullable Object whole, @Nullable Object part, long none, int site) {
    belongs(isWhole(whole), part, whole, true, site);
  }

  /** After {@code writeLock()}. */
  public static void writeLock(@Nullable Object whole, @Nullable Object part, long none, int site) {
    belongs(isWhole(whole), part, whole, false, site);
  }

  /** After {@code newCondition()}. */
  public static void newCondition(
      @Nullable Object lock, @Nullable Object condition, long none, int site) {
    try {
      if (lock instanceof Lock && condition != null) {
        Locks.condition(condition, lock, site);
      }
    } catch (Throwable e) {
      // Then its waits are not recorded.
    }
  }

  private static void belongs(
      boolean sure, @Nullable Object part, @Nullable Object whole, boolean shared, int site) {
    try {
      if (sure && part != null && whole != null) {
        Locks.belongs(part, whole, shared, site);
      }
    } catch (Throwable e) {
      // Then they are drawn as two.
    }
  }

  private static boolean isWhole(@Nullable Object whole) {
    return whole instanceof ReadWriteLock || whole instanceof StampedLock;
  }

  /** After {@code asReadWriteLock()}: the view is the lock itself. */
  public static void asReadWriteLock(
      @Nullable Object whole, @Nullable Object view, long none, int site) {
    belongs(isWhole(whole), view, whole, false, site);
  }
}
