package foreign;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A task waits for a latch that the next task would open, in a pool of one thread. */
public final class Unopened {
  public static void main(String[] args) throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    try (var pool = Executors.newSingleThreadExecutor()) {
      pool.submit(
          () -> {
            opened.await();
            return null;
          });
      pool.submit(opened::countDown);
    }
    System.out.println("never said");
  }
}
