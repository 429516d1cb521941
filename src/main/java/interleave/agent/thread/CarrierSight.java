package interleave.agent.thread;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Notes;
import interleave.event.Carriers;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JVM for the carrier of the calling virtual thread. The JDK has a method for that and
 * keeps it to itself; the tracer opens {@code java.lang} to its own module, once the program's
 * first virtual thread is there. A thread changes its carrier only where it blocks, so the answer
 * is true until the caller does.
 */
public final class CarrierSight implements Carriers {
  private static @Nullable Instrumentation instrumentation;

  private CarrierSight() {}

  public static void install(Instrumentation by) {
    instrumentation = by;
    Lane.RECORDER.carriers(new CarrierSight());
  }

  private static final class Current {
    static final @Nullable MethodHandle CARRIER = find();
    static final @Nullable MethodHandle PIN = CARRIER == null ? null : ofContinuation("pin");
    static final @Nullable MethodHandle UNPIN = PIN == null ? null : ofContinuation("unpin");

    private static @Nullable MethodHandle ofContinuation(String name) {
      try {
        Class<?> continuation = Class.forName("jdk.internal.vm.Continuation", false, null);
        return MethodHandles.privateLookupIn(continuation, MethodHandles.lookup())
            .findStatic(continuation, name, MethodType.methodType(void.class));
      } catch (Throwable e) {
        return null;
      }
    }

    private static @Nullable MethodHandle find() {
      try {
        Instrumentation by = instrumentation;
        if (by == null) {
          return null;
        }
        by.redefineModule(
            Object.class.getModule(),
            Set.of(),
            Map.of(),
            Map.of(
                "java.lang", Set.of(CarrierSight.class.getModule()),
                "jdk.internal.vm", Set.of(CarrierSight.class.getModule())),
            Set.of(),
            Map.of());
        return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
            .findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
      } catch (Throwable e) {
        Notes.say(
            "This JVM does not tell which threads carry virtual threads, so carriers are not shown: "
                .concat(String.valueOf(e)));
        return null;
      }
    }
  }

  @Override
  public @Nullable Thread ofCaller() {
    MethodHandle ask = Current.CARRIER;
    if (ask == null) {
      return null;
    }
    try {
      return (Thread) ask.invokeExact();
    } catch (Throwable e) {
      return null;
    }
  }

  @Override
  public boolean hold() {
    MethodHandle pin = Current.PIN;
    if (pin == null || Current.UNPIN == null) {
      return false;
    }
    try {
      pin.invokeExact();
      return true;
    } catch (Throwable e) {
      return false;
    }
  }

  @Override
  public void release() {
    MethodHandle unpin = Current.UNPIN;
    try {
      if (unpin != null) {
        unpin.invokeExact();
      }
    } catch (Throwable e) {
      // It was not held.
    }
  }
}
