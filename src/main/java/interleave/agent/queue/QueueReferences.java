package interleave.agent.queue;

import interleave.agent.rewrite.CallHook;
import interleave.agent.trace.Lane;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Methods of queues as functions: what a program means by {@code queue::take} and hands to
 * something that calls it.
 */
public final class QueueReferences {
  private QueueReferences() {}

  /** {@code BlockingQueue::take} as a function. */
  public static Object take(BlockingQueue<Object> queue) throws InterruptedException {
    int site = Lane.RECORDER.callerSite();
    Object got = GetHooks.takeNow(queue, site);
    if (got != null) {
      return got;
    }
    long token = GetHooks.takeBegin(queue, site);
    try {
      got = queue.take();
    } catch (Throwable e) {
      GetHooks.getFailed(queue, e, token, site);
      throw e;
    }
    GetHooks.got(queue, got, token, site);
    return got;
  }

  /** {@code Queue::poll} as a function, which those that wait inherit. */
  public static @Nullable Object poll(Queue<Object> queue) {
    Object got = queue.poll();
    if (queue instanceof BlockingQueue<?>) {
      int site = Lane.RECORDER.callerSite();
      GetHooks.got(queue, got, GetHooks.tryBegin(queue, site), site);
    }
    return got;
  }

  /** {@code BlockingQueue::put} as a function. */
  public static void put(BlockingQueue<Object> queue, Object element) throws InterruptedException {
    int site = Lane.RECORDER.callerSite();
    long id = PutHooks.putBegin(queue, element, site);
    if (id != CallHook.SKIP) {
      try {
        queue.put(element);
      } catch (Throwable e) {
        PutHooks.putFailed(queue, e, id, site);
        throw e;
      }
      PutHooks.putEnd(queue, element, id, site);
    }
  }

  /** {@code BlockingQueue::offer} as a function. */
  public static boolean offer(BlockingQueue<Object> queue, Object element) {
    int site = Lane.RECORDER.callerSite();
    long id = PutHooks.tryBegin(queue, element, site);
    boolean put = false;
    try {
      put = queue.offer(element);
    } finally {
      PutHooks.tryEnd(queue, element, put, id, site);
    }
    return put;
  }

  /** {@code BlockingQueue::add} as a function. */
  public static boolean add(BlockingQueue<Object> queue, Object element) {
    int site = Lane.RECORDER.callerSite();
    long id = PutHooks.tryBegin(queue, element, site);
    boolean put = false;
    try {
      put = queue.add(element);
    } finally {
      PutHooks.tryEnd(queue, element, put, id, site);
    }
    return put;
  }
}
