package interleave.agent.task;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** As {@link TracedTask}, for functions of two arguments. */
public final class TracedPairTask implements BiFunction<Object, Object, @Nullable Object> {
  private final BiFunction<Object, Object, @Nullable Object> task;
  private final TaskRecord record;

  TracedPairTask(BiFunction<Object, Object, @Nullable Object> task, TaskRecord record) {
    this.task = task;
    this.record = record;
  }

  @Override
  public @Nullable Object apply(Object one, Object other) {
    boolean begun = record.begin();
    Object result;
    try {
      result = task.apply(one, other);
    } catch (Throwable e) {
      if (begun) {
        record.failed(e);
      }
      throw e;
    }
    if (begun) {
      TaskResults.done(record, result);
    }
    return result;
  }
}
