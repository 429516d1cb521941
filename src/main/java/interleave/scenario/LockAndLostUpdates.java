package interleave.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Several threads add to one balance and subtract again. In the end it should be 0. Is it? */
public final class LockAndLostUpdates {
  // All threads share this one variable, and this one lock.
  static int balance = 0;
  static final ReentrantLock lock = new ReentrantLock();

  private LockAndLostUpdates() {}

  /** Puts n in and takes n out: afterwards the balance should be what it was before. */
  static void changeIt(int n) {
    balance = balance + n; // read, add, write: three steps
    balance = balance - n;
  }

  /** What each thread runs. */
  static void runThread(int n, int loops, boolean useLock) {
    for (int i = 0; i < loops; i++) {
      if (!useLock) {
        changeIt(n); // another thread may be in here at the same time
        continue;
      }
      lock.lock(); // first get the lock: only one thread can have it
      try {
        changeIt(n); // nobody else is in here now
      } finally {
        lock.unlock(); // give it back, whatever happened
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Given given = Given.to("lock-and-lost-updates", args);
    int loops = given.number("loops");
    boolean useLock = given.on("lock");

    List<Thread> threads = new ArrayList<>();
    for (int number = 1; number <= given.number("threads"); number++) {
      int n = 2 + 3 * number; // 5, 8, 11 …
      threads.add(new Thread(() -> runThread(n, loops, useLock), "Thread-" + number));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("Balance: " + balance);
  }
}
