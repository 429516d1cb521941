package foreign;

import java.util.concurrent.CountDownLatch;

/** Two daemons embrace each other for ever; main joins one of them with a limit, and goes on. */
public final class Patience {
  private static final Object LEFT = new Object();
  private static final Object RIGHT = new Object();
  private static final CountDownLatch BOTH = new CountDownLatch(2);

  public static void main(String[] args) throws Exception {
    Thread one = daemon(LEFT, RIGHT, "one");
    daemon(RIGHT, LEFT, "other");
    one.join(3_000);
    System.out.println(one.isAlive() ? "going on without them" : "never said");
  }

  private static Thread daemon(Object first, Object second, String name) {
    Thread thread = new Thread(() -> take(first, second), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void take(Object first, Object second) {
    synchronized (first) {
      BOTH.countDown();
      try {
        BOTH.await();
      } catch (InterruptedException e) {
        return;
      }
      synchronized (second) {
        System.out.println("never said");
      }
    }
  }
}
