import java.util.concurrent.locks.*;

/** Three threads that take turns with a lock and a monitor for as long as they are told to. */
public class Rounds {
  static final ReentrantLock LOCK = new ReentrantLock();
  static final Object MONITOR = new Object();

  static void sleep(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void round() {
    LOCK.lock();
    try {
      sleep(25);
    } finally {
      LOCK.unlock();
    }
    synchronized (MONITOR) {
      sleep(25);
    }
  }

  public static void main(String[] args) throws Exception {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000;
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                while (System.nanoTime() < end) {
                  round();
                }
              },
              "round-" + i);
      threads[i].start();
    }
    for (Thread each : threads) {
      each.join();
    }
  }
}
