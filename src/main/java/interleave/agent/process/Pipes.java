package interleave.agent.process;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Notes;
import interleave.agent.trace.Programs;
import interleave.event.EventKind;
import interleave.event.ObjectType;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sits in the pipes between this process and its children, at their very end:
 *
 * <pre>
 *   the program ── BufferedInputStream of the JDK ── {@link PipeInput}
 *       ── {@link PipeWithoutNotice} ── FileInputStream of the JDK
 * </pre>
 *
 * <p>The program has the JDK's own stream, with its buffer and its locks, and may read it through
 * whatever it likes; we are asked only where the system would be. So what is recorded is what
 * blocks, and every byte counts once. The stream that is inside another has to be exchanged for
 * that: a field of the JDK's, which is opened to us when the first child is started.
 */
public final class Pipes {
  private static final String[] NAMES = {"stdin", "stdout", "stderr"};

  private static volatile @Nullable Instrumentation instrumentation;
  private static @Nullable VarHandle input;
  private static @Nullable VarHandle output;

  private Pipes() {}

  public static void install(Instrumentation with) {
    instrumentation = with;
  }

  /** Taps the pipes of a process that was just started; streams that are no pipes are left. */
  static void tap(Process process, int site) {
    try {
      if (!Programs.isJdk(process.getClass().getName()) || !open()) {
        return;
      }
      tapOutput(process.getOutputStream(), process.pid(), site);
      tapInput(process.getInputStream(), process.pid(), 1, site);
      tapInput(process.getErrorStream(), process.pid(), 2, site);
    } catch (Throwable e) {
      Notes.say("The pipes of a child process are not traced: ".concat(String.valueOf(e)));
    }
  }

  private static synchronized boolean open() throws ReflectiveOperationException {
    Instrumentation with = instrumentation;
    if (with != null) {
      instrumentation = null;
      Module ours = Pipes.class.getModule();
      Set<Module> us = Set.of(ours);
      with.redefineModule(
          Object.class.getModule(), Set.of(), Map.of(), Map.of("java.io", us), Set.of(), Map.of());
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      input =
          MethodHandles.privateLookupIn(FilterInputStream.class, lookup)
              .findVarHandle(FilterInputStream.class, "in", InputStream.class);
      output =
          MethodHandles.privateLookupIn(FilterOutputStream.class, lookup)
              .findVarHandle(FilterOutputStream.class, "out", OutputStream.class);
    }
    return input != null && output != null;
  }

  // When the process has ended the JDK empties the pipe and exchanges the same field, with the
  // stream locked; so do we.
  private static void tapInput(InputStream stream, long pid, int number, int site) {
    VarHandle field = input;
    if (field == null || !(stream instanceof FilterInputStream)) {
      return;
    }
    int id = define(pid, number, site);
    synchronized (stream) {
      InputStream inside = (InputStream) field.get(stream);
      if (inside != null) {
        field.set(stream, new PipeInput(PipeWithoutNotice.of(inside), id));
      }
    }
  }

  private static void tapOutput(OutputStream stream, long pid, int site) {
    VarHandle field = output;
    if (field == null || !(stream instanceof FilterOutputStream)) {
      return;
    }
    int id = define(pid, 0, site);
    synchronized (stream) {
      OutputStream inside = (OutputStream) field.get(stream);
      if (inside != null) {
        field.set(stream, new PipeOutput(inside, id));
      }
    }
  }

  private static int define(long pid, int number, int site) {
    int id = Lane.RECORDER.object(ObjectType.PIPE, 0, NAMES[number]);
    long value = (long) number << 32 | (pid & 0xFFFF_FFFFL);
    Lane.current().log.event(EventKind.PIPE, 0, id, site, value);
    return id;
  }

  /** Says that the calling thread is about to read or write. Never throws. */
  static void begin(int pipe, int flags) {
    try {
      boolean reaper = isReaper();
      Lane lane = Lane.current();
      int site = reaper ? 0 : Lane.RECORDER.callerSite();
      lane.log.event(EventKind.IO_BEGIN, flags, pipe, site, 0);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Says how that went. Never throws. */
  static void end(int pipe, int flags, long bytes) {
    try {
      Lane.current().log.event(EventKind.IO_END, flags, pipe, 0, bytes);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Says that this end of the pipe is closed. Never throws. */
  static void closed(int pipe, int flags) {
    try {
      boolean reaper = isReaper();
      Lane lane = Lane.current();
      int site = reaper ? 0 : Lane.RECORDER.callerSite();
      lane.log.event(EventKind.IO_CLOSED, flags, pipe, site, 0);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Whether this is the JDK's own thread that empties and closes the pipes of a dead process. */
  private static boolean isReaper() {
    return Thread.currentThread().getName().startsWith("process reaper");
  }
}
