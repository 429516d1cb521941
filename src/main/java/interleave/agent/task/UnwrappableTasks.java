package interleave.agent.task;

import interleave.agent.trace.Names;
import interleave.agent.trace.Notes;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tasks for executors that the program wrote itself, which get them as they are and tell nothing.
 * Those of a class that is rewritten are seen to run all the same, in their own {@code run} or
 * {@code call}. A lambda has no such place, and a note says so.
 */
public final class UnwrappableTasks {
  /** The classes of which {@code run} or {@code call} tells that it begins. */
  private static final ConcurrentHashMap<String, Boolean> CLASSES = new ConcurrentHashMap<>();

  private static final ConcurrentHashMap<String, Boolean> SAID = new ConcurrentHashMap<>();

  /** Whether any such task is on its way at all. */
  private static volatile boolean used;

  private UnwrappableTasks() {}

  /** Calls of {@code run} and {@code call} of that class, by its internal name, are told. */
  static void tells(String name) {
    CLASSES.put(name.replace('/', '.'), true);
  }

  /** Whether the beginning of {@code task} will be seen; a note says so where it will not. */
  static boolean tells(Object pool, Object task) {
    if (!(task instanceof Runnable) && !(task instanceof Callable<?>)) {
      return false;
    }
    Class<?> type = task.getClass();
    if (CLASSES.containsKey(type.getName())) {
      return true;
    }
    if (type.getClassLoader() != null
        && SAID.putIfAbsent(pool.getClass().getName(), true) == null) {
      Notes.say(
          "The program's own "
              .concat(Names.simple(pool.getClass().getName()))
              .concat(" gets its tasks as they are, so lambdas are not seen to run there."));
    }
    return false;
  }

  /** There is one of which the run may begin in its own code. */
  static void isUsed() {
    used = true;
  }

  /** {@code run()} or {@code call()} begins; null when no pool runs it. */
  public static @Nullable Object begin(Object self) {
    return used ? begun(self) : null;
  }

  private static @Nullable Object begun(Object self) {
    try {
      TaskRecord record = Futures.waiting(self);
      TaskRun now = record == null ? null : TaskLane.current().run;
      boolean isRun = now != null && now.task == self;
      return record != null && !isRun && record.begin() ? record : null;
    } catch (Throwable e) {
      return null;
    }
  }
}
