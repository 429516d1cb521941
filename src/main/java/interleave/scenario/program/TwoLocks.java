package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/** Anna and Ben have one fork and one knife between them, and each needs both to eat. */
public final class TwoLocks {
  static final ReentrantLock fork = new ReentrantLock();
  static final ReentrantLock knife = new ReentrantLock();

  private TwoLocks() {}

  /** Takes the fork first, and then the knife. */
  static void forkFirst(int pause) throws InterruptedException {
    fork.lock();
    try {
      Thread.sleep(pause); // time enough for somebody else to take the knife
      knife.lock();
      try {
        eat();
      } finally {
        knife.unlock();
      }
    } finally {
      fork.unlock();
    }
  }

  /** The other way round. */
  static void knifeFirst(int pause) throws InterruptedException {
    knife.lock();
    try {
      Thread.sleep(pause);
      fork.lock();
      try {
        eat();
      } finally {
        fork.unlock();
      }
    } finally {
      knife.unlock();
    }
  }

  /** The other way round, too, but gives the knife back rather than wait for the fork. */
  static void knifeFirstIfBoth(int pause) throws InterruptedException {
    while (true) {
      knife.lock();
      try {
        Thread.sleep(pause);
        if (fork.tryLock()) {
          try {
            eat();
            return;
          } finally {
            fork.unlock();
          }
        }
      } finally {
        knife.unlock();
      }
      Thread.sleep(ThreadLocalRandom.current().nextInt(2 * pause + 2)); // let the other one eat
    }
  }

  static void eat() {
    System.out.println(Thread.currentThread().getName() + " eats.");
  }

  static void dine(int meals, int pause, String takes) {
    try {
      for (int meal = 0; meal < meals; meal++) {
        switch (takes) {
          case "opposite" -> knifeFirst(pause);
          case "try" -> knifeFirstIfBoth(pause);
          default -> forkFirst(pause);
        }
      }
    } catch (InterruptedException e) {
      System.out.println(Thread.currentThread().getName() + " leaves the table.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("deadlock", args);
    int meals = given.number("meals");
    int pause = given.millis("pause");
    Thread anna = new Thread(() -> dine(meals, pause, "same"), "Anna");
    Thread ben = new Thread(() -> dine(meals, pause, given.text("order")), "Ben");
    anna.start();
    ben.start();
    anna.join();
    ben.join();
    System.out.println("Both are full.");
  }
}
