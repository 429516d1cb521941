package interleave.agent.standstill;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the platform threads of this JVM do, as far as they could wake another. */
final class ThreadStates {
  /** Threads of the JVM's that wake no thread of the program by themselves. */
  private static final Set<String> OF_JVM =
      Set.of(
          "Reference Handler",
          "Finalizer",
          "Signal Dispatcher",
          "Notification Thread",
          "Common-Cleaner",
          "Attach Listener",
          "JFR Recorder Thread",
          "JFR Periodic Tasks",
          "DestroyJavaVM");

  private static final String OURS = "Interleave ";

  /** It waits for a child to end; who waits for that is known to wait for the child. */
  private static final String REAPER = "process reaper";

  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String FORK_JOIN = "java.util.concurrent.ForkJoinPool";
  private static final String DELAYED = "java.util.concurrent.ScheduledThreadPoolExecutor";

  /** Where a program that lists its own threads does not meet ours. */
  static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** What this process used so far, in ns. */
  static long processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  /** Whether each of them waits until another wakes it. */
  boolean allWait() {
    ThreadGroup root = rootGroup();
    @Nullable Thread[] all = new @Nullable Thread[root.activeCount() * 2 + 16];
    int size = root.enumerate(all);
    if (size == all.length) {
      return false; // there may be more
    }
    for (int i = 0; i < size; i++) {
      Thread each = all[i];
      if (each != null && !isOfJvm(each.getName()) && mayWake(each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfJvm(String name) {
    return OF_JVM.contains(name) || name.startsWith(OURS) || name.startsWith(REAPER);
  }

  private static boolean mayWake(Thread thread) {
    return switch (thread.getState()) {
      case NEW, TERMINATED, WAITING, BLOCKED -> false;
      case RUNNABLE -> true;
      case TIMED_WAITING -> !isIdle(thread.getStackTrace());
    };
  }

  /**
   * A worker without work waits for a while, and then it ends; who closes a pool waits for days,
   * again and again.
   */
  private static boolean isIdle(StackTraceElement[] stack) {
    boolean idle = false;
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName();
      if (type.startsWith(DELAYED)) {
        return false; // until it is time for a task
      }
      idle |= type.equals(POOL) && frame.getMethodName().equals("getTask");
      idle |= type.startsWith(CONCURRENT) && frame.getMethodName().equals("close");
      idle |= type.equals(FORK_JOIN) && frame.getMethodName().equals("awaitWork");
    }
    return idle;
  }
}
