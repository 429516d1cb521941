package interleave.process;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What will become of a task that was handed to a {@link ProcessPool}. Every task comes to an end
 * of one of three kinds: it returned, it threw ({@link TaskFailedException}), or it was lost with
 * its worker ({@link TaskLostException}).
 */
public final class Result {
  private final CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
  private final String task;

  Result(String task) {
    this.task = task;
  }

  /**
   * Waits for the task's end and returns what it returned, null for a method without a result.
   *
   * @throws TaskFailedException when the task threw an exception
   * @throws TaskLostException when its worker died
   */
  public @Nullable Object get() throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /** As {@link #get()}, for a method with a result of that class. */
  public <T> T get(Class<T> type) throws InterruptedException {
    return Objects.requireNonNull(type.cast(get()), "the task returned nothing");
  }

  /**
   * As {@link #get()}, but waits no longer than that.
   *
   * @throws TimeoutException when the task has not come to its end by then
   */
  public @Nullable Object get(Duration longest) throws InterruptedException, TimeoutException {
    try {
      return outcome.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /** Whether the task has come to its end, whichever. */
  public boolean isDone() {
    return outcome.isDone();
  }

  private static RuntimeException failure(ExecutionException e) {
    // A new one, so that its stack trace says who asked.
    return switch (e.getCause()) {
      case TaskFailedException failed ->
          new TaskFailedException(failed.getMessage(), failed.trace());
      case TaskLostException lost -> new TaskLostException(String.valueOf(lost.getMessage()));
      case null, default -> throw new AssertionError("nothing else completes it", e);
    };
  }

  void complete(@Nullable Object value) {
    outcome.complete(value);
  }

  void fail(RuntimeException reason) {
    outcome.completeExceptionally(reason);
  }

  @Override
  public String toString() {
    return task;
  }
}
