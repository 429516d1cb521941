package interleave.agent.task;

import interleave.agent.trace.Thing;
import interleave.event.Flags;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the tracer knows of one pool of the program: something that takes tasks. */
final class PoolThing extends Thing {
  private final AtomicInteger tasks = new AtomicInteger();

  /** Subtasks of a scope, which may be cancelled before they begin. */
  private @Nullable List<TaskRecord> expected;

  PoolThing(Object pool, int hash, @Nullable ReferenceQueue<Object> gone, String name) {
    super(pool, hash, gone);
    define(ObjectType.POOL, name);
  }

  /** {@code record} is to be told of when nobody will run it any more. */
  synchronized void expects(TaskRecord record) {
    if (expected == null) {
      expected = new ArrayList<>();
    }
    expected.add(record);
  }

  /** Whoever has not begun never will. */
  synchronized void expectsNoMore(String why) {
    if (expected != null) {
      for (TaskRecord each : expected) {
        each.dropped(Flags.CANCELLED, why);
      }
      expected = null;
    }
  }

  int nextTask() {
    return tasks.incrementAndGet();
  }
}
