package interleave.agent.standstill;

import interleave.agent.lock.MonitorHooks;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Programs;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.ThreadLog;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deadlocks that the JVM knows of: said once for each thread in one, and only of waits in the
 * JDK's own code, such as for the monitor of a synchronized list, since others say so themselves.
 * They are recorded as what they are, in the names of their threads: who has it, and who asks.
 *
 * <p>Its class is only loaded where there is {@code java.management}.
 */
final class JvmDeadlocks {
  private static final int DEPTH = 64;

  /** What one waits with within the JDK, whoever waits. */
  private static final String LOCKS = "java.util.concurrent.locks.";

  private static final String INTERNAL = "jdk.internal.";

  /** By the thread: it waits for ever, and that is said. */
  private static final Set<Long> TOLD = new HashSet<>();

  /** By what the JVM calls an object: its id. */
  private static final Map<String, Integer> KNOWN = new HashMap<>();

  private JvmDeadlocks() {}

  /** Says what is new. */
  static void tell() {
    long @Nullable [] threads = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    if (threads == null) {
      return;
    }
    ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(threads, DEPTH);
    for (ThreadInfo each : infos) {
      if (each != null && !TOLD.contains(each.getThreadId()) && isWithinJdk(each)) {
        owned(each);
      }
    }
    for (ThreadInfo each : infos) {
      if (each != null && TOLD.add(each.getThreadId()) && isWithinJdk(each)) {
        requested(each);
      }
    }
  }

  /** Whether it waits in code that is not rewritten, so that nobody has said so. */
  private static boolean isWithinJdk(ThreadInfo thread) {
    if (thread.getLockInfo() == null || thread.getLockOwnerId() < 0) {
      return false;
    }
    for (StackTraceElement frame : thread.getStackTrace()) {
      String type = frame.getClassName();
      if (!type.startsWith(LOCKS) && !type.startsWith(INTERNAL)) {
        return Programs.isJdk(type);
      }
    }
    return false;
  }

  private static void owned(ThreadInfo thread) {
    ThreadLog owner = Lane.RECORDER.onBehalf((int) thread.getLockOwnerId());
    owner.event(EventKind.LOCK_ACQUIRED, Flags.ON_BEHALF, idOf(thread.getLockInfo()), 0, 0);
  }

  private static void requested(ThreadInfo thread) {
    ThreadLog waiter = Lane.RECORDER.onBehalf((int) thread.getThreadId());
    int lock = idOf(thread.getLockInfo());
    waiter.event(EventKind.LOCK_REQUEST, 0, lock, placeOf(thread), 0);
  }

  private static int idOf(LockInfo lock) {
    String called = lock.toString();
    Integer known = KNOWN.get(called);
    if (known == null) {
      int used = MonitorHooks.idOf(lock.getClassName(), lock.getIdentityHashCode());
      known = used == 0 ? null : (Integer) used;
    }
    if (known == null) {
      String type = lock.getClassName();
      String name = Names.numbered(type.substring(type.lastIndexOf('.') + 1).replace('$', ' '));
      known = Lane.RECORDER.object(ObjectType.MONITOR, 0, name);
    }
    KNOWN.put(called, known);
    return known;
  }

  /** Where the program called what waits. */
  private static int placeOf(ThreadInfo thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      String type = frame.getClassName();
      String file = frame.getFileName();
      if (!Programs.isJdk(type) && !type.startsWith("interleave.agent.") && file != null) {
        return Lane.RECORDER.site(file, frame.getLineNumber(), frame.getMethodName(), type);
      }
    }
    return 0;
  }
}
