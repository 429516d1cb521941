package foreign;

import java.util.concurrent.CountDownLatch;

/** Two threads that take two locks in opposite order, and wait for each other for ever. */
public final class Embrace {
  private static final Object LEFT = new Object();
  private static final Object RIGHT = new Object();
  private static final CountDownLatch BOTH = new CountDownLatch(2);

  public static void main(String[] args) throws Exception {
    Thread one = new Thread(() -> take(LEFT, RIGHT), "one");
    Thread other = new Thread(() -> take(RIGHT, LEFT), "other");
    one.start();
    other.start();
    BOTH.await();
    System.out.println("both hold one");
    one.join();
    System.out.println("never said");
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
