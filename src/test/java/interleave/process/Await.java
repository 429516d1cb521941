package interleave.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that happens in another process and cannot be waited for otherwise. */
final class Await {
  private static final long LONGEST = Duration.ofMinutes(5).toNanos();

  private Await() {}

  static void until(String what, BooleanSupplier happened) {
    long start = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - start > LONGEST) {
        throw new AssertionError("never: " + what);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
