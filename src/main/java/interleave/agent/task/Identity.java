package interleave.agent.task;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pool may be given another object in place of a task without the program noticing.
 *
 * <p>The JDK's executors wrap what is submitted before anybody sees it. What is executed is kept as
 * it is: a queue or a handler of the program's would meet it, and so would an overridden {@code
 * beforeExecute}; the lists of {@code shutdownNow} and the argument of {@code remove} are
 * translated ({@link PoolEndHooks}). Only who takes a task out of {@code getQueue()} by himself
 * meets the wrapper, which says it is equal to the task.
 */
final class Identity {
  private static final List<String> SEE_TASKS =
      List.of("newTaskFor", "decorateTask", "submit", "schedule", "invokeAll", "invokeAny");

  private static final ClassValue<Boolean> SUBMITS_AS_EVER =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return submitsAsEver(type);
        }
      };

  private Identity() {}

  static boolean mayBeAnother(Object pool, boolean execute) {
    Class<?> type = pool.getClass();
    if (type.getClassLoader() != null) {
      return !execute && SUBMITS_AS_EVER.get(type);
    }
    if (execute && type == ThreadPoolExecutor.class) {
      return isPlain((ThreadPoolExecutor) pool);
    }
    return pool instanceof Executor || pool instanceof ExecutorCompletionService<?>;
  }

  private static boolean isPlain(ThreadPoolExecutor pool) {
    BlockingQueue<Runnable> queue = pool.getQueue();
    return isOfJdk(queue)
        && queue.getClass() != PriorityBlockingQueue.class
        && isOfJdk(pool.getRejectedExecutionHandler());
  }

  static boolean isOfJdk(@Nullable Object object) {
    return object != null && object.getClass().getClassLoader() == null;
  }

  /** Whether a pool that the program wrote leaves to the JDK's what becomes of a task. */
  private static boolean submitsAsEver(Class<?> type) {
    try {
      Class<?> each = type;
      while (each.getClassLoader() != null) {
        for (Method method : each.getDeclaredMethods()) {
          if (SEE_TASKS.contains(method.getName())) {
            return false;
          }
        }
        each = each.getSuperclass();
      }
      return each == ThreadPoolExecutor.class || each == ScheduledThreadPoolExecutor.class;
    } catch (Throwable e) {
      return false;
    }
  }
}
