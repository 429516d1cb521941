package interleave.agent.task;

import interleave.agent.trace.Thing;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the tracer knows of one pool of the program: something that takes tasks. */
final class PoolThing extends Thing {
  private final AtomicInteger tasks = new AtomicInteger();

  PoolThing(Object pool, int hash, @Nullable ReferenceQueue<Object> gone, String name) {
    super(pool, hash, gone);
    define(ObjectType.POOL, name);
  }

  int nextTask() {
    return tasks.incrementAndGet();
  }
}
