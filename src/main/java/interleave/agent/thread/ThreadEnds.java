package interleave.agent.thread;

import interleave.agent.trace.Lane;
import interleave.agent.trace.LaneListener;
import interleave.agent.trace.Life;
import interleave.agent.trace.Notes;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ends of threads that the JDK makes and runs, such as the workers of its executors: no code of
 * the program's is their last. The JDK has thread-locals that are told when their thread ends, on
 * that thread, and keeps them to itself; the tracer opens them to its own module once the first
 * such thread is there.
 */
public final class ThreadEnds implements LaneListener {
  private static @Nullable Instrumentation instrumentation;

  private ThreadEnds() {}

  public static void install(Instrumentation by) {
    instrumentation = by;
    Lane.listen(new ThreadEnds());
  }

  private static final class Local {
    static final @Nullable ThreadLocal<Object> OF_THREAD = make();

    @SuppressWarnings("unchecked")
    private static @Nullable ThreadLocal<Object> make() {
      try {
        Instrumentation by = instrumentation;
        if (by == null) {
          return null;
        }
        by.redefineModule(
            Object.class.getModule(),
            Set.of(),
            Map.of("jdk.internal.misc", Set.of(ThreadEnds.class.getModule())),
            Map.of(),
            Set.of(),
            Map.of());
        Class<?> made = MethodHandles.lookup().defineClass(LastWord.classFile());
        return (ThreadLocal<Object>) made.getDeclaredConstructor().newInstance();
      } catch (Throwable e) {
        Notes.say(
            "This JVM does not tell when threads of its own making end: "
                .concat(String.valueOf(e)));
        return null;
      }
    }
  }

  /** The thread of {@code lane} is not one of which the end is seen anyway. */
  @Override
  public void begins(Lane lane) {
    if (!Thread.currentThread().isVirtual()) {
      ThreadLocal<Object> local = Local.OF_THREAD;
      if (local != null) {
        local.set(lane);
      }
    }
  }

  /** Called by the thread-local when the calling thread does nothing more. */
  static void ended(Object value) {
    Life.ended((Lane) value);
  }
}
