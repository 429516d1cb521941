package interleave.agent.task;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a pool runs in place of a task of the program's: the task, and around it that it began and
 * ended. It stands wherever the JDK takes a task of any of these kinds and shows it to nobody, or
 * only by what is asked of it here; {@code Rewriter} hides its frames from stack traces.
 */
@SuppressWarnings("unchecked")
public final class TracedTask
    implements Runnable,
        Callable<@Nullable Object>,
        Supplier<@Nullable Object>,
        Function<Object, @Nullable Object>,
        Consumer<Object>,
        BiConsumer<Object, Object> {
  // Its ways; no enum, whose switch would be one more class to load in the traced program.
  private static final int RUN = 0;
  private static final int CALL = 1;
  private static final int GET = 2;
  private static final int APPLY = 3;
  private static final int ACCEPT = 4;
  private static final int ACCEPT_BOTH = 5;

  final Object task;
  private final TaskRecord record;

  TracedTask(Object task, TaskRecord record) {
    this.task = task;
    this.record = record;
  }

  TaskRecord record() {
    return record;
  }

  @Override
  public void run() {
    this.<RuntimeException>perform(RUN, record.beginAgain(), null, null);
  }

  @Override
  public @Nullable Object call() throws Exception {
    return this.<Exception>perform(CALL, record.begin(), null, null);
  }

  @Override
  public @Nullable Object get() {
    return this.<RuntimeException>perform(GET, record.begin(), null, null);
  }

  @Override
  public @Nullable Object apply(Object argument) {
    return this.<RuntimeException>perform(APPLY, record.begin(), argument, null);
  }

  @Override
  public void accept(Object argument) {
    this.<RuntimeException>perform(ACCEPT, record.begin(), argument, null);
  }

  @Override
  public void accept(Object argument, Object other) {
    this.<RuntimeException>perform(ACCEPT_BOTH, record.begin(), argument, other);
  }

  /** Does the task in one of its ways; what it throws goes on as it is. */
  private <E extends Throwable> @Nullable Object perform(
      int way, boolean begun, @Nullable Object argument, @Nullable Object other) throws E {
    Object result;
    try {
      result = perform(way, argument, other);
    } catch (Throwable e) {
      failed(begun, e);
      throw (E) e;
    }
    done(begun, result);
    return result;
  }

  private @Nullable Object perform(int way, @Nullable Object argument, @Nullable Object other)
      throws Exception {
    switch (way) {
      case CALL:
        return ((Callable<@Nullable Object>) task).call();
      case GET:
        return ((Supplier<@Nullable Object>) task).get();
      case APPLY:
        return ((Function<@Nullable Object, @Nullable Object>) task).apply(argument);
      case ACCEPT:
        ((Consumer<@Nullable Object>) task).accept(argument);
        return null;
      case ACCEPT_BOTH:
        ((BiConsumer<@Nullable Object, @Nullable Object>) task).accept(argument, other);
        return null;
      default:
        ((Runnable) task).run();
        return null;
    }
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
    return task.equals(other instanceof TracedTask wrapped ? wrapped.task : other);
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
