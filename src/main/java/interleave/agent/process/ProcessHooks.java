package interleave.agent.process;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Exceptions;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Programs;
import interleave.agent.trace.WaitLimit;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code around what it does with processes. No hook lets an exception out. */
public final class ProcessHooks {
  private static final long NOTHING = 0;
  private static final int LAST_SIGNAL = 64;
  private static final long SIGKILL = 9;
  private static final long SIGTERM = 15;

  private ProcessHooks() {}

  /** After {@code ProcessBuilder.start()}. */
  public static void started(
      @Nullable Object builder, @Nullable Process process, long none, int site) {
    try {
      if (builder instanceof ProcessBuilder known && process != null) {
        started(process, Children.line(known.command()), site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** {@code ProcessBuilder.start()} threw {@code why}. */
  public static void startFailed(@Nullable Object builder, Throwable why, long none, int site) {
    try {
      Lane.current().log.text(CHILD_START_FAILED, 0, 0, site, 0, Exceptions.describe(why));
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After {@code ProcessBuilder.startPipeline}. */
  public static void pipelineStarted(@Nullable List<Process> processes, long none, int site) {
    try {
      if (processes != null) {
        for (Process each : processes) {
          started(each, each.info().commandLine().orElse("pipeline"), site);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** {@code ProcessBuilder.startPipeline} threw {@code why}. */
  public static void pipelineFailed(Throwable why, long none, int site) {
    startFailed(null, why, none, site);
  }

  /** Before {@code Runtime.exec}: keeps the command for afterwards. */
  public static long execBegin(@Nullable Object runtime, @Nullable String command, int site) {
    return Children.keep(command);
  }

  public static long execBegin(
      @Nullable Object runtime, @Nullable String command, String @Nullable [] env, int site) {
    return Children.keep(command);
  }

  public static long execBegin(
      @Nullable Object runtime,
      @Nullable String command,
      String @Nullable [] env,
      java.io.@Nullable File folder,
      int site) {
    return Children.keep(command);
  }

  public static long execBegin(@Nullable Object runtime, String @Nullable [] command, int site) {
    return Children.keep(Children.line(command));
  }

  public static long execBegin(
      @Nullable Object runtime, String @Nullable [] command, String @Nullable [] env, int site) {
    return Children.keep(Children.line(command));
  }

  public static long execBegin(
      @Nullable Object runtime,
      String @Nullable [] command,
      String @Nullable [] env,
      java.io.@Nullable File folder,
      int site) {
    return Children.keep(Children.line(command));
  }

  /** After {@code Runtime.exec}. */
  public static void execEnd(
      @Nullable Object runtime, @Nullable Process process, long token, int site) {
    try {
      if (process != null) {
        started(process, Children.kept(token), site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** {@code Runtime.exec} threw {@code why}. */
  public static void execFailed(@Nullable Object runtime, Throwable why, long token, int site) {
    Children.kept(token);
    startFailed(null, why, token, site);
  }

  private static void started(Process process, String command, int site) {
    Children.of(process);
    Lane.current().log.text(CHILD_START, 0, 0, site, process.pid(), command);
    Pipes.tap(process, site);
  }

  /** Before {@code waitFor}. */
  public static long waitBegin(@Nullable Object process, int site) {
    return waiting(process, WaitLimit.NONE, site);
  }

  public static long waitBegin(
      @Nullable Object process, long time, @Nullable TimeUnit unit, int site) {
    return waiting(process, WaitLimit.of(time, unit), site);
  }

  public static long waitBegin(@Nullable Object process, @Nullable Duration time, int site) {
    return waiting(process, time == null ? WaitLimit.NONE : nanos(time), site);
  }

  private static long nanos(Duration time) {
    return Math.max(1, TimeUnit.NANOSECONDS.convert(time));
  }

  private static long waiting(@Nullable Object object, long limit, int site) {
    return object instanceof Process process
            && (limit == WaitLimit.NONE || record(WAIT_LIMIT, 0, limit, 0))
            && record(CHILD_WAIT_BEGIN, 0, Children.pid(process), site)
        ? 1
        : NOTHING;
  }

  /** After {@code waitFor()}. */
  public static void waitEnd(@Nullable Object object, int code, long token, int site) {
    if (token != NOTHING && object instanceof Process process) {
      record(CHILD_WAIT_END, 0, Children.pid(process), site);
      exited(process, code, site);
    }
  }

  /** After {@code waitFor} with a limit. */
  public static void waitEnd(@Nullable Object object, boolean ended, long token, int site) {
    if (token != NOTHING && object instanceof Process process) {
      record(CHILD_WAIT_END, ended ? 0 : Flags.TIMED_OUT, Children.pid(process), site);
      if (ended) {
        exited(process, site);
      }
    }
  }

  /** {@code waitFor} threw {@code why}. */
  public static void waitFailed(@Nullable Object object, Throwable why, long token, int site) {
    if (token != NOTHING && object instanceof Process process) {
      int flags = why instanceof InterruptedException ? Flags.INTERRUPTED : 0;
      record(CHILD_WAIT_END, flags, Children.pid(process), site);
    }
  }

  /** After {@code exitValue()}. */
  public static void exitValue(@Nullable Object object, int code, long none, int site) {
    if (object instanceof Process process) {
      exited(process, code, site);
    }
  }

  /** After {@code isAlive()}. */
  public static void alive(@Nullable Object object, boolean alive, long none, int site) {
    if (!alive && object instanceof Process process) {
      exited(process, site);
    }
  }

  /** After {@code onExit()}. */
  public static void onExit(
      @Nullable Object object, @Nullable CompletableFuture<?> exit, long none, int site) {
    try {
      if (object instanceof Process process && exit != null && exit.isDone()) {
        exited(process, site);
      } else if (object instanceof Process process && exit != null) {
        var unused = exit.thenRun(new Exited(process, site));
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** A class and no lambda, as the first of those costs a program some milliseconds. */
  private record Exited(Process process, int site) implements Runnable {
    @Override
    public void run() {
      exited(process, site);
    }
  }

  /** Before {@code destroy()}. */
  public static long destroyBegin(@Nullable Object object, int site) {
    return terminating(object, 0, site);
  }

  /** Before {@code destroyForcibly()}. */
  public static long destroyForciblyBegin(@Nullable Object object, int site) {
    return terminating(object, Flags.KILL, site);
  }

  private static long terminating(@Nullable Object object, int flags, int site) {
    long pid = 0;
    if (object instanceof Process process) {
      pid = Children.pid(process);
    } else if (object instanceof ProcessHandle handle && Programs.isJdk(name(handle))) {
      pid = handle.pid();
    }
    if (pid != 0) {
      long signal = java.io.File.separatorChar != '/' ? 0 : flags == Flags.KILL ? SIGKILL : SIGTERM;
      record(CHILD_TERMINATE, flags, signal << 32 | (pid & 0xFFFF_FFFFL), site);
    }
    return NOTHING;
  }

  private static String name(Object object) {
    return object.getClass().getName();
  }

  private static void exited(Process process, int site) {
    try {
      exited(process, process.exitValue(), site);
    } catch (Throwable e) {
      // Not ended after all.
    }
  }

  private static void exited(Process process, int code, int site) {
    try {
      long pid = Children.pid(process);
      if (pid == 0 || !Children.firstExit(process)) {
        return;
      }
      // The JDK reports a signal as the shell does.
      boolean signal = code > 128 && code <= 128 + LAST_SIGNAL && java.io.File.separatorChar == '/';
      long how = signal ? code - 128 : code;
      record(CHILD_EXIT, signal ? Flags.SIGNAL : 0, how << 32 | (pid & 0xFFFF_FFFFL), site);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static boolean record(EventKind kind, int flags, long value, int site) {
    try {
      Lane.current().log.event(kind, flags, 0, site, value);
      return true;
    } catch (Throwable e) {
      return false;
    }
  }
}
