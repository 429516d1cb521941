package interleave.agent.task;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * How a task gets into a pool. The pool, its queue and its handlers meet the very object that the
 * program handed in, or the JDK's own future around that: a pool that shows its tasks to anybody is
 * given no other object in place of one.
 */
final class Identity {
  /** The pool's beginning of the task is not seen. */
  static final int UNSEEN = 0;

  /** Methods of the JDK's tell what they are given and what they run: {@link PoolEdges}. */
  static final int TOLD = 1;

  /** The JDK wraps the task in what nobody can look into, so that another may stand for it. */
  static final int WRAPPED = 2;

  private static final List<String> SUBMITTING =
      List.of("execute", "submit", "schedule", "invokeAll", "invokeAny");

  private static final ClassValue<Boolean> SUBMITS_AS_EVER =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return submitsAsEver(type);
        }
      };

  private Identity() {}

  /**
   * @param execute whether it goes through {@code execute} and not {@code submit} or the like
   */
  static int wayInto(Object given, boolean execute) {
    Object pool = Facades.behind(given);
    if (pool instanceof ForkJoinPool) {
      return isOfJdk(pool) || SUBMITS_AS_EVER.get(pool.getClass()) ? WRAPPED : UNSEEN;
    }
    if (pool instanceof ThreadPoolExecutor || pool instanceof ExecutorCompletionService<?>) {
      return TOLD;
    }
    if (pool instanceof AbstractExecutorService) {
      return isOfJdk(pool) || !execute ? TOLD : UNSEEN;
    }
    return isOfJdk(pool) && pool instanceof Executor ? WRAPPED : UNSEEN;
  }

  static boolean isOfJdk(@Nullable Object object) {
    return object != null && object.getClass().getClassLoader() == null;
  }

  /** Whether a fork/join pool that the program wrote leaves to the JDK's what becomes of a task. */
  private static boolean submitsAsEver(Class<?> type) {
    try {
      for (Class<?> each = type; each.getClassLoader() != null; each = each.getSuperclass()) {
        for (Method method : each.getDeclaredMethods()) {
          if (SUBMITTING.contains(method.getName())) {
            return false;
          }
        }
      }
      return true;
    } catch (Throwable e) {
      return false;
    }
  }
}
