package interleave.agent.control;

import interleave.agent.rewrite.Rewriter;
import interleave.agent.trace.Notes;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has the JDK's classes that block ask {@link JdkControl}. */
public final class ControlledJdk {
  private static final String LOCKS = "java.util.concurrent.locks";

  private ControlledJdk() {}

  /** From now on; {@code rewriter} knows the places. */
  public static void install(Instrumentation instrumentation, Rewriter rewriter) {
    Module us = ControlledJdk.class.getModule();
    Set<Module> to = Set.of(us);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", to, "java.util", to, "java.util.concurrent", to, LOCKS, to),
        Set.of(),
        Map.of());
    instrumentation.addTransformer(rewriter, true);
    try {
      Thread.ofVirtual().start(ControlledJdk::nothing).join(); // sets up what carries them
      Readiness.open();
      instrumentation.retransformClasses(loaded(instrumentation));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UnmodifiableClassException | ReflectiveOperationException e) {
      Notes.say("This JVM cannot be controlled: ".concat(String.valueOf(e)));
    }
  }

  private static void nothing() {}

  /** Those of the JDK's that are there already, and would not come by. */
  private static Class<?>[] loaded(Instrumentation instrumentation) {
    Set<String> names = Set.of(ControlSites.classes());
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      if (each.getClassLoader() == null && names.contains(each.getName().replace('.', '/'))) {
        found.add(each);
      }
    }
    return found.toArray(new Class<?>[0]);
  }
}
