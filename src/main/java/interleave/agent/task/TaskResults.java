package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Previews;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What tasks come to. */
final class TaskResults {
  private TaskResults() {}

  /**
   * The task is done. What it returns may be a future of which the result is its own: then that is
   * told, too, for whoever waits for the one waits for the other.
   */
  static void done(TaskRecord record, @Nullable Object result) {
    try {
      if (result instanceof CompletableFuture<?> made) {
        TaskRecord of = Futures.ofStage(Lane.current(), made);
        if (of != null && of != record && record.composes) {
          record.isResultOf(Lane.current(), of);
        }
        record.done(null);
      } else {
        record.done(result == null ? null : Previews.of(result));
      }
    } catch (Throwable e) {
      record.done(null);
    }
  }
}
