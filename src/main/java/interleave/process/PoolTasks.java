package interleave.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The tasks of a pool that no worker has yet, oldest first. Any thread. */
final class PoolTasks {
  private final Deque<PoolTask> waiting = new ArrayDeque<>();
  private boolean closed;
  private @Nullable String broken;

  /** Adds a task at the end; refuses it when the pool is closed. */
  synchronized void add(PoolTask task) {
    checkOpen();
    waiting.add(task);
    notifyAll();
  }

  synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The pool is closed" + (broken == null ? "." : ": " + broken));
    }
  }

  /**
   * Puts a task back to the head that no worker had begun. Returns false when nobody will take it
   * any more.
   */
  synchronized boolean putBack(PoolTask task) {
    if (broken != null) {
      return false;
    }
    waiting.addFirst(task);
    notifyAll();
    return true;
  }

  /** Waits for the next task; null when none will come, or as soon as {@code given up} is true. */
  synchronized @Nullable PoolTask take(BooleanSupplier givenUp) throws InterruptedException {
    while (waiting.isEmpty() && !closed && !givenUp.getAsBoolean()) {
      wait();
    }
    return givenUp.getAsBoolean() ? null : waiting.poll();
  }

  /** The next task, if one is here. */
  synchronized @Nullable PoolTask poll() {
    return waiting.poll();
  }

  /** Makes those who wait look again whether they gave up. */
  synchronized void nudge() {
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Closes it at once, for that reason, and returns what was left. */
  synchronized List<PoolTask> breakOff(String reason) {
    List<PoolTask> left = new ArrayList<>(waiting);
    waiting.clear();
    broken = broken == null ? reason : broken;
    close();
    return left;
  }

  synchronized boolean closed() {
    return closed;
  }

  /** Why it was broken off, if it was. */
  synchronized Optional<String> broken() {
    return Optional.ofNullable(broken);
  }

  /** Whether no task is here and none will come. */
  synchronized boolean over() {
    return closed && waiting.isEmpty();
  }
}
