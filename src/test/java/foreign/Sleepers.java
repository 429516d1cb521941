package foreign;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** As many virtual threads as are asked for; all sleep at once, and each takes one lock. */
public final class Sleepers {
  private static final ReentrantLock DOOR = new ReentrantLock();
  private static int through;

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[Integer.parseInt(args[0])];
    LongAdder slept = new LongAdder();
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.startVirtualThread(
              () -> {
                try {
                  Thread.sleep(50);
                } catch (InterruptedException e) {
                  return;
                }
                slept.increment();
                DOOR.lock();
                try {
                  through++;
                } finally {
                  DOOR.unlock();
                }
              });
    }
    for (Thread each : threads) {
      each.join();
    }
    System.out.println(slept + " slept, " + through + " went through");
  }
}
