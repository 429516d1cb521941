import java.util.concurrent.*;
import java.util.concurrent.locks.*;

/** Virtual threads: started, ended, pinned, and one that its scheduler does not take. */
public class Virtual {
  static final Object MONITOR = new Object();
  static final ReentrantLock LOCK = new ReentrantLock();

  static void sleep(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static class Loads {
    static {
      sleep(40);
    }

    static void touch() {}
  }

  static void locked() {
    LOCK.lock();
    try {
      sleep(30);
    } finally {
      LOCK.unlock();
    }
  }

  static void monitor() {
    synchronized (MONITOR) {
      sleep(30);
    }
  }

  static int busy(long ms) {
    long end = System.nanoTime() + ms * 1_000_000;
    int n = 0;
    while (System.nanoTime() < end) {
      n += new Object().hashCode() & 1;
    }
    return n;
  }

  public static void main(String[] args) throws Exception {
    try (var each =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("v-", 0).factory())) {
      each.submit(Loads::touch);
      for (int i = 0; i < 3; i++) {
        each.submit(Virtual::locked);
        each.submit(Virtual::monitor);
      }
      each.submit(() -> busy(120));
    }
    System.out.println("done");
  }
}
