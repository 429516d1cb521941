package interleave.agent.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tracer's own threads, which a program that looks at all threads does not meet. */
public final class OwnThreads {
  private static final String PACKAGE = "interleave.";
  private static final int MORE = 16;

  private OwnThreads() {}

  /** After {@code Thread.getAllStackTraces()}. */
  public static @Nullable Map<Thread, StackTraceElement[]> allStackTraces(
      @Nullable Map<Thread, StackTraceElement[]> result, long none, int site) {
    if (result != null) {
      result.keySet().removeAll(all());
    }
    return result;
  }

  /** After {@code activeCount()} of a group. */
  public static int activeCount(@Nullable Object group, int result, long none, int site) {
    return isRoot(group) ? Math.max(0, result - all().size()) : result;
  }

  /** After {@code enumerate} of a group: those behind ours move up. */
  public static int enumerated(
      @Nullable Object group, @Nullable Thread @Nullable [] into, int result, long none, int site) {
    if (into == null || !isRoot(group)) {
      return result;
    }
    int size = 0;
    for (int i = 0; i < result; i++) {
      Thread each = into[i];
      if (each == null || !isOne(each)) {
        into[size++] = each;
      }
    }
    for (int i = size; i < result; i++) {
      into[i] = null;
    }
    return size;
  }

  /**
   * Whether it is the number of one of them.
   *
   * @param own {@link #all}, which looks at every thread
   */
  static boolean hasOne(List<Thread> own, long number) {
    for (Thread each : own) {
      if (each.threadId() == number) {
        return true;
      }
    }
    return false;
  }

  /** They stand in the group of the system. */
  static List<Thread> all() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root != null && root.getParent() != null) {
      root = root.getParent();
    }
    List<Thread> found = new ArrayList<>();
    if (root != null) {
      @Nullable Thread[] there = new @Nullable Thread[root.activeCount() + MORE];
      int size = root.enumerate(there, false);
      for (int i = 0; i < size; i++) {
        Thread each = there[i];
        if (each != null && isOne(each)) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private static boolean isOne(Thread thread) {
    Class<?> type = thread.getClass();
    return type.getClassLoader() == null && type.getName().startsWith(PACKAGE);
  }

  private static boolean isRoot(@Nullable Object group) {
    return group instanceof ThreadGroup it && it.getParent() == null;
  }
}
