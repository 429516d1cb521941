package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** Several threads add to one balance and subtract again. In the end it should be 0. Is it? */
public final class LockAndLostUpdates {
  // All threads share this one variable, and this one lock.
  static int balance = 0;
  static ReentrantLock lock = new ReentrantLock();

  // Other ways to the same end: a monitor, and numbers that are changed in a single step.
  static final Object monitor = new Object();
  static final AtomicInteger atomic = new AtomicInteger();
  static final LongAdder adder = new LongAdder();

  private LockAndLostUpdates() {}

  /** Puts n in and takes n out: afterwards the balance should be what it was before. */
  static void changeIt(int n) {
    balance = balance + n; // read, add, write: three steps
    balance = balance - n;
  }

  /** The same while nobody else is in here. */
  static void changeItWithLock(int n) {
    lock.lock(); // first get the lock: only one thread can have it
    try {
      changeIt(n); // nobody else is in here now
    } finally {
      lock.unlock(); // give it back, whatever happened
    }
  }

  static void changeItSynchronized(int n) {
    synchronized (monitor) {
      changeIt(n);
    }
  }

  /** What each thread runs. */
  static void runThread(int n, int loops, String how) {
    for (int i = 0; i < loops; i++) {
      switch (how) {
        case "off" -> changeIt(n); // another thread may be in here at the same time
        case "synchronized" -> changeItSynchronized(n);
        case "atomic" -> {
          atomic.addAndGet(n); // read, add, write: one step
          atomic.addAndGet(-n);
        }
        case "adder" -> {
          adder.add(n); // each thread has a part of the sum, so they hardly ever meet
          adder.add(-n);
        }
        default -> changeItWithLock(n);
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("lock-and-lost-updates", args);
    int loops = given.number("loops");
    String how = given.text("lock");
    if (how.equals("fair")) {
      lock = new ReentrantLock(true); // whoever has waited longest is next
    }

    List<Thread> threads = new ArrayList<>();
    for (int number = 1; number <= given.number("threads"); number++) {
      int n = 2 + 3 * number; // 5, 8, 11 …
      threads.add(new Thread(() -> runThread(n, loops, how), "Thread-" + number));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    switch (how) {
      case "atomic" -> balance = atomic.get();
      case "adder" -> balance = adder.intValue();
      default -> {}
    }
    System.out.println("Balance: " + balance);
  }
}
