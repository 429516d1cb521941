package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A buffer that holds a few items: who finds it full or empty waits at a condition. */
public final class BoundedBuffer {
  static final ReentrantLock lock = new ReentrantLock();
  static Condition notFull = lock.newCondition();
  static Condition notEmpty = lock.newCondition();
  static final Condition changed = lock.newCondition();
  static final ArrayDeque<Integer> items = new ArrayDeque<>();
  static int filled; // how many there are
  static int capacity;
  static boolean wakesAll;
  static int patience;

  private BoundedBuffer() {}

  /** False when there was no room for longer than one has patience. */
  static boolean put(int item) throws InterruptedException {
    lock.lock();
    try {
      while (filled == capacity) { // look again: another may have been quicker
        if (!notFull.await(patience, TimeUnit.MILLISECONDS)) { // lets go of the lock meanwhile
          return false;
        }
      }
      items.addLast(item);
      filled++;
      wake(notEmpty);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** False when nothing came for longer than one has patience. */
  static boolean take() throws InterruptedException {
    lock.lock();
    try {
      while (filled == 0) {
        if (!notEmpty.await(patience, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
      items.removeFirst();
      filled--;
      wake(notFull);
      return true;
    } finally {
      lock.unlock();
    }
  }

  static void wake(Condition condition) {
    if (wakesAll) {
      condition.signalAll();
    } else {
      condition.signal();
    }
  }

  static void work(boolean puts, int count, int pause, long seed) {
    String name = Thread.currentThread().getName();
    Random random = new Random(seed);
    int done = 0;
    try {
      while (done < count && (puts ? put(done) : take())) {
        done++;
        Thread.sleep(random.nextInt(pause + 1)); // works on the next one, or on the one it took
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.println(name + (done < count ? " gave up after " : " is done: ") + done + ".");
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("condition", args);
    capacity = given.number("capacity");
    int pause = given.millis("pause");
    int count = given.number("items");
    patience = given.millis("patience") + pause; // a pause of the others is no reason to give up
    if (!given.text("wakes").equals("two")) {
      notFull = changed; // one for all
      notEmpty = changed;
    }
    wakesAll = given.text("wakes").equals("all");
    Random random = new Random(given.seed());
    List<Thread> threads = new ArrayList<>();
    for (int number = 1; number <= given.number("pairs"); number++) {
      long seed = random.nextLong();
      threads.add(new Thread(() -> work(false, count, pause, seed), "Taker-" + number));
      threads.add(new Thread(() -> work(true, count, pause, ~seed), "Putter-" + number));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(items.size() + " left in the buffer.");
  }
}
