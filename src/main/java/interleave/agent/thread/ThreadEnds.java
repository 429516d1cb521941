package interleave.agent.thread;

import interleave.agent.output.OutputTap;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Notes;
import interleave.event.EventKind;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ends of threads that the JDK makes and runs, such as the workers of its executors: no code of
 * the program's is their last. The JDK has thread-locals that are told when their thread ends, on
 * that thread, and keeps them to itself; the tracer opens them to its own module once the first
 * such thread is there. The class is written here, since no compiler would let us extend theirs.
 */
public final class ThreadEnds {
  private static final String LOCAL = "jdk.internal.misc.TerminatingThreadLocal";

  private static @Nullable Instrumentation instrumentation;

  private ThreadEnds() {}

  public static void install(Instrumentation by) {
    instrumentation = by;
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
        Class<?> made = MethodHandles.lookup().defineClass(written());
        return (ThreadLocal<Object>) made.getDeclaredConstructor().newInstance();
      } catch (Throwable e) {
        Notes.say(
            "This JVM does not tell when threads of its own making end: "
                .concat(String.valueOf(e)));
        return null;
      }
    }

    private static byte[] written() {
      ClassDesc local = ClassDesc.of(LOCAL);
      ClassDesc ends = ThreadEnds.class.describeConstable().orElseThrow();
      MethodTypeDesc ended = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
      return ClassFile.of()
          .build(
              ClassDesc.of("interleave.agent.thread.LastWord"),
              to ->
                  to.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                      .withSuperclass(local)
                      .withMethodBody(
                          ConstantDescs.INIT_NAME,
                          ConstantDescs.MTD_void,
                          ClassFile.ACC_PUBLIC,
                          code ->
                              code.aload(0)
                                  .invokespecial(
                                      local, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                  .return_())
                      .withMethodBody(
                          "threadTerminated",
                          ended,
                          ClassFile.ACC_PROTECTED,
                          code -> code.aload(1).invokestatic(ends, "ended", ended).return_()));
    }
  }

  /** The thread of {@code lane}, the calling one, is not one of which the end is seen anyway. */
  public static void watch(Lane lane) {
    if (!Thread.currentThread().isVirtual()) {
      ThreadLocal<Object> local = Local.OF_THREAD;
      if (local != null) {
        local.set(lane);
      }
    }
  }

  /** The calling thread does nothing more. */
  static void ended(Object value) {
    try {
      Lane lane = (Lane) value;
      if (!lane.ended && Lane.RECORDER.log().tracerState == lane) {
        lane.ended = true;
        OutputTap.flushLines(lane);
        lane.log.event(EventKind.THREAD_END, 0, 0, 0, 0);
        Lane.RECORDER.release(lane.log);
      }
    } catch (Throwable e) {
      // Its end is not known then.
    }
  }
}
