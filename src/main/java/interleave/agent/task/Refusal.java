package interleave.agent.task;

import interleave.event.Flags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calling thread is in the handler of a pool, which may make room by dropping other tasks. */
final class Refusal {
  final @Nullable Refusal outer;
  private final List<TaskRecord> out = new ArrayList<>(0);

  Refusal(@Nullable Refusal outer) {
    this.outer = outer;
  }

  void takenOut(Object element) {
    TaskRecord record = Futures.waiting(element);
    if (record != null) {
      out.add(record);
    }
  }

  /** The handler has returned: what it took out and did not run will not run. */
  void over() {
    for (TaskRecord each : out) {
      each.dropped(Flags.CANCELLED, "dropped for a newer one");
    }
  }
}
