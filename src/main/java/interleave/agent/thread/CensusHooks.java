package interleave.agent.thread;

import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** After what the JVM says of how many threads there are, and which: ours are none of them. */
public final class CensusHooks {
  private CensusHooks() {}

  /** After {@code getThreadCount()} and its like. */
  public static int count(@Nullable Object bean, int result, long none, int site) {
    return isOfJdk(bean) ? Math.max(0, result - OwnThreads.all().size()) : result;
  }

  /** After {@code getTotalStartedThreadCount()}. */
  public static long total(@Nullable Object bean, long result, long none, int site) {
    return isOfJdk(bean) ? Math.max(0, result - OwnThreads.all().size()) : result;
  }

  /** After {@code getAllThreadIds()}. */
  public static long @Nullable [] ids(
      @Nullable Object bean, long @Nullable [] result, long none, int site) {
    if (result == null || !isOfJdk(bean)) {
      return result;
    }
    List<Thread> own = OwnThreads.all();
    long[] left = result.clone();
    int size = 0;
    for (long each : result) {
      if (!OwnThreads.hasOne(own, each)) {
        left[size++] = each;
      }
    }
    return Arrays.copyOf(left, size);
  }

  /** After {@code dumpAllThreads}. */
  public static @Nullable ThreadInfo @Nullable [] dump(
      @Nullable Object bean, @Nullable ThreadInfo @Nullable [] result, long none, int site) {
    if (result == null || !isOfJdk(bean)) {
      return result;
    }
    List<Thread> own = OwnThreads.all();
    @Nullable ThreadInfo[] left = result.clone();
    int size = 0;
    for (ThreadInfo each : result) {
      if (each == null || !OwnThreads.hasOne(own, each.getThreadId())) {
        left[size++] = each;
      }
    }
    return Arrays.copyOf(left, size);
  }

  private static boolean isOfJdk(@Nullable Object bean) {
    return bean != null && bean.getClass().getClassLoader() == null;
  }
}
