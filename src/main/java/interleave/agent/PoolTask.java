package interleave.agent;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a pool runs in place of a task of the program's: the task, and around it that it began and
 * ended. It stands wherever the JDK takes a task of any of these kinds and shows it to nobody, or
 * only by what is asked of it here; {@link Rewriter} hides its frames from stack traces.
 */
@SuppressWarnings("unchecked")
public final class PoolTask
    implements Runnable,
        Callable<@Nullable Object>,
        Supplier<@Nullable Object>,
        Function<Object, @Nullable Object>,
        Consumer<Object>,
        BiConsumer<Object, Object> {
  final Object task;
  private final TaskRecord record;

  PoolTask(Object task, TaskRecord record) {
    this.task = task;
    this.record = record;
  }

  TaskRecord record() {
    return record;
  }

  @Override
  public void run() {
    boolean begun = record.beginAgain();
    try {
      ((Runnable) task).run();
    } catch (Throwable e) {
      failed(begun, e);
      throw e;
    }
    done(begun, null);
  }

  @Override
  public @Nullable Object call() throws Exception {
    boolean begun = record.begin();
    Object result;
    try {
      result = ((Callable<@Nullable Object>) task).call();
    } catch (Throwable e) {
      failed(begun, e);
      throw e;
    }
    done(begun, result);
    return result;
  }

  @Override
  public @Nullable Object get() {
    boolean begun = record.begin();
    Object result;
    try {
      result = ((Supplier<@Nullable Object>) task).get();
    } catch (Throwable e) {
      failed(begun, e);
      throw e;
    }
    done(begun, result);
    return result;
  }

  @Override
  public @Nullable Object apply(Object argument) {
    boolean begun = record.begin();
    Object result;
    try {
      result = ((Function<Object, @Nullable Object>) task).apply(argument);
    } catch (Throwable e) {
      failed(begun, e);
      throw e;
    }
    done(begun, result);
    return result;
  }

  @Override
  public void accept(Object argument) {
    boolean begun = record.begin();
    try {
      ((Consumer<Object>) task).accept(argument);
    } catch (Throwable e) {
      failed(begun, e);
      throw e;
    }
    done(begun, null);
  }

  @Override
  public void accept(Object argument, Object other) {
    boolean begun = record.begin();
    try {
      ((BiConsumer<Object, Object>) task).accept(argument, other);
    } catch (Throwable e) {
      failed(begun, e);
      throw e;
    }
    done(begun, null);
  }

  private void done(boolean begun, @Nullable Object result) {
    if (begun) {
      TaskResults.done(record, result);
    }
  }

  private void failed(boolean begun, Throwable why) {
    if (begun) {
      record.failed(why);
    }
  }

  // Whoever asks this asks the task.

  @Override
  public boolean equals(@Nullable Object other) {
    return task.equals(other instanceof PoolTask wrapped ? wrapped.task : other);
  }

  @Override
  public int hashCode() {
    return task.hashCode();
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
