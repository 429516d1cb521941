package interleave.bench;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Two threads that do little but what is recorded. */
final class BusyProgram {
  private BusyProgram() {}

  public static void main(String[] arguments) throws Exception {
    int messages = Integer.parseInt(arguments[0]);
    ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(64);
    ReentrantLock lock = new ReentrantLock();
    Thread taker =
        new Thread(
            () -> {
              for (int i = 0; i < messages; i++) {
                lock.lock();
                try {
                  queue.poll();
                } finally {
                  lock.unlock();
                }
              }
            });
    taker.start();
    for (int i = 0; i < messages; i++) {
      queue.offer(i);
      synchronized (queue) {
        queue.notifyAll();
      }
    }
    taker.join();
  }
}
