package interleave.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The few functions of the system's C library that {@link Fork} needs, on Linux and macOS.
 *
 * <p>Those that the child calls are <em>critical</em>: the JVM goes straight into them, without
 * asking its other threads for leave, of which the child has none. POSIX allows each of them after
 * {@code fork}.
 */
final class SystemCalls {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option CRITICAL = Linker.Option.critical(false);

  private static final MethodHandle FORK = critical("fork", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle GETPID = critical("getpid", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle GETPPID = critical("getppid", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle ALARM =
      critical("alarm", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle WRITE =
      critical("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      critical("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle EXIT = critical("_exit", FunctionDescriptor.ofVoid(JAVA_INT));
  private static final MethodHandle EXEC =
      critical("execvp", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle PIPE =
      ordinary("pipe", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle FCNTL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("fcntl"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle READ =
      ordinary("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle CLOSE =
      ordinary("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle KILL =
      ordinary("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle WAITPID =
      ordinary("waitpid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  private static final int SIGKILL = 9;
  private static final int SIGNAL_BASE = 128;

  private SystemCalls() {}

  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;

  private static MethodHandle critical(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, CRITICAL);
  }

  private static MethodHandle ordinary(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
  }

  /** 0 in the child, its pid in the parent, -1 when the system has no room for another process. */
  static int fork() {
    try {
      return (int) FORK.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int getpid() {
    try {
      return (int) GETPID.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int getppid() {
    try {
      return (int) GETPPID.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Ends this process after so many seconds, unless it asks again; 0 for never. */
  static void alarm(int seconds) {
    try {
      int unused = (int) ALARM.invokeExact(seconds);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void write(int file, MemorySegment bytes, long count) {
    try {
      long unused = (long) WRITE.invokeExact(file, bytes, count);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void sleep(int millis) {
    try {
      int unused = (int) POLL.invokeExact(MemorySegment.NULL, 0L, millis);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Ends this process at once, without anything that a JVM does at its end. */
  static void exit(int code) {
    try {
      EXIT.invokeExact(code);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The words of a command as {@link #exec} wants them, kept for ever. */
  static MemorySegment words(String... command) {
    MemorySegment words = Arena.global().allocate(ADDRESS, command.length + 1L);
    for (int i = 0; i < command.length; i++) {
      words.setAtIndex(ADDRESS, i, Arena.global().allocateFrom(command[i]));
    }
    words.setAtIndex(ADDRESS, command.length, MemorySegment.NULL);
    return words;
  }

  /** Becomes that program, which is looked for on the path; returns where there is none. */
  static void exec(MemorySegment words) {
    try {
      int unused = (int) EXEC.invokeExact(words.getAtIndex(ADDRESS, 0), words);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The reading and the writing end of a new pipe; no other program gets them by exec. */
  static int[] pipe() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      if ((int) PIPE.invokeExact(ends) != 0) {
        throw new IllegalStateException("The system has no room for another pipe.");
      }
      for (int i = 0; i < 2; i++) {
        int unused = (int) FCNTL.invokeExact(ends.getAtIndex(JAVA_INT, i), F_SETFD, FD_CLOEXEC);
      }
      return ends.toArray(JAVA_INT);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** How many bytes came; 0 at the end, when nobody has the writing end any more. */
  static long read(int file, MemorySegment into) {
    try {
      return (long) READ.invokeExact(file, into, into.byteSize());
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void close(int file) {
    try {
      int unused = (int) CLOSE.invokeExact(file);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void kill(int pid) {
    try {
      int unused = (int) KILL.invokeExact(pid, SIGKILL);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Waits for the end of a child, and says how it ended: as {@link Ending} counts. */
  static int waitFor(int pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(JAVA_INT);
      int ended;
      do {
        ended = (int) WAITPID.invokeExact(pid, status, 0);
      } while (ended != pid && ProcessHandle.of(pid).isPresent()); // a signal came between
      int how = status.get(JAVA_INT, 0);
      int signal = how & 0x7f;
      return signal == 0 ? how >> 8 & 0xff : SIGNAL_BASE + signal;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static AssertionError unexpected(Throwable e) {
    return new AssertionError("a C function throws nothing", e);
  }
}
