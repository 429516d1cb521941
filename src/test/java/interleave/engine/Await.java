package interleave.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is so; an error after minutes, which are no measure. */
public final class Await {
  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begin > Duration.ofMinutes(5).toNanos()) {
        throw new AssertionError("it never came true that " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
