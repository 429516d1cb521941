package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Notes;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that a pool must get as they are, because the program may look at them there: a queue that
 * sorts them, a {@code beforeExecute} of its own. Those of a class that is rewritten are seen to
 * run all the same, in their own {@code run} or {@code call}. A lambda has no such place, and a
 * note says so.
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

  /** Records that {@code task} is handed in, where its beginning will be seen. */
  static void submitted(Lane lane, Object pool, Object task, int site) {
    if (!(task instanceof Runnable) && !(task instanceof Callable<?>)) {
      return;
    }
    Class<?> type = task.getClass();
    if (CLASSES.containsKey(type.getName())) {
      if (Futures.of(task) == null) {
        used = true;
        PoolThing thing = Pools.known(pool, site);
        Futures.register(task, TaskRecord.submitted(lane, thing, TaskNames.of(task), 0, site));
      }
    } else if (type.getClassLoader() != null
        && SAID.putIfAbsent(pool.getClass().getName(), true) == null) {
      Notes.say(
          "The program looks at the tasks of its "
              .concat(nameOf(pool.getClass()))
              .concat(" itself, so lambdas are handed to it as they are and not seen to run."));
    }
  }

  /** A lambda has no name but that of the class that it is in. */
  private static String nameOf(Class<?> pool) {
    String name = pool.getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0
        ? Names.simple(name)
        : "lambda in ".concat(Names.simple(name.substring(0, lambda)));
  }

  /** {@code run()} or {@code call()} begins; null when no pool runs it. */
  public static @Nullable Object begin(Object self) {
    return used ? ForkHooks.begun(self) : null;
  }
}
