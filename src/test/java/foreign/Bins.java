package foreign;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;

/** Two threads, each within one map, want into the other: a deadlock within the JDK's own code. */
public final class Bins {
  private static final ConcurrentHashMap<String, String> LEFT = new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<String, String> RIGHT = new ConcurrentHashMap<>();
  private static final CyclicBarrier BOTH = new CyclicBarrier(2);

  public static void main(String[] args) throws Exception {
    Thread one = new Thread(() -> cross(LEFT, RIGHT), "one");
    Thread other = new Thread(() -> cross(RIGHT, LEFT), "other");
    one.start();
    other.start();
    one.join();
    System.out.println("never said");
  }

  private static void cross(
      ConcurrentHashMap<String, String> from, ConcurrentHashMap<String, String> to) {
    from.computeIfAbsent(
        "key",
        key -> {
          try {
            BOTH.await();
          } catch (InterruptedException | BrokenBarrierException e) {
            return "broken";
          }
          return to.computeIfAbsent(key, _ -> "never");
        });
  }
}
