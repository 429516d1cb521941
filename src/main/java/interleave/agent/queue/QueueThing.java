package interleave.agent.queue;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Thing;
import interleave.event.EventKind;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/** What the tracer knows of one queue of the program. */
final class QueueThing extends Thing {
  final InFlightMessages underway = new InFlightMessages();

  /**
   * Whether a put or a get without waiting does what one with waiting does first, and calls nothing
   * of the program's, so that it may be tried in place of it.
   */
  final boolean mayBeTried;

  /** Whether a put waits when the queue is full. */
  final boolean bounded;

  QueueThing(Object queue, int hash, @Nullable ReferenceQueue<Object> gone, int site) {
    super(queue, hash, gone);
    Class<?> type = queue.getClass();
    mayBeTried =
        type == ArrayBlockingQueue.class
            || type == LinkedBlockingQueue.class
            || type == LinkedBlockingDeque.class
            || type == LinkedTransferQueue.class
            || type == SynchronousQueue.class;
    define(ObjectType.QUEUE, Names.of(this, queue, site));
    long capacity = capacity(queue, type);
    bounded = capacity != Integer.MAX_VALUE;
    if (capacity >= 0 && bounded) {
      Lane.current().log.event(EventKind.QUEUE_CAPACITY, 0, id, site, capacity);
    }
  }

  /** How many elements it takes, without asking a queue that the program wrote; -1: unknown. */
  private static long capacity(Object queue, Class<?> type) {
    if (type == SynchronousQueue.class) {
      return 0;
    }
    if (type == LinkedTransferQueue.class
        || type == PriorityBlockingQueue.class
        || type == DelayQueue.class) {
      return Integer.MAX_VALUE;
    }
    if (type != ArrayBlockingQueue.class
        && type != LinkedBlockingQueue.class
        && type != LinkedBlockingDeque.class) {
      return -1;
    }
    BlockingQueue<?> known = (BlockingQueue<?>) queue;
    // Others may be using it: a sum that was the same twice was not taken amid a change.
    long sum = (long) known.remainingCapacity() + known.size();
    for (int i = 0; i < 100; i++) {
      long again = (long) known.remainingCapacity() + known.size();
      if (again == sum) {
        break;
      }
      sum = again;
    }
    return sum;
  }
}
