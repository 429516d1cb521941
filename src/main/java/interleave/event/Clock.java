package interleave.event;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The time of events. Of a program that runs under control it counts steps and not nanoseconds: how
 * long something took says nothing there, and each step is a column.
 */
public final class Clock {
  /** Environment variable of a process under control, with who controls it. */
  public static final String CONTROL_VARIABLE = "INTERLEAVE_CONTROL";

  /** What one step takes. */
  public static final long STEP = 1_000_000;

  /** Whether this process counts steps. */
  public static final boolean COUNTS_STEPS = isSet(CONTROL_VARIABLE);

  /** The last time told; what happens within a step keeps its order. */
  private static final AtomicLong LAST = new AtomicLong();

  private Clock() {}

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }

  public static long now() {
    return COUNTS_STEPS ? LAST.incrementAndGet() : System.nanoTime();
  }

  /** That step begins. */
  public static void step(int number) {
    long begin = number * STEP;
    if (LAST.get() < begin) {
      LAST.set(begin);
    }
  }
}
