package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Many read a page, some write it. Readers do not disturb each other; a writer disturbs all. */
public final class ReadersAndWriters {
  static ReentrantReadWriteLock page = new ReentrantReadWriteLock();
  static final StampedLock stamped = new StampedLock();
  static final ReentrantLock plain = new ReentrantLock();

  private ReadersAndWriters() {}

  static void read(String kind, int takes) throws InterruptedException {
    switch (kind) {
      case "plain" -> {
        plain.lock(); // one at a time, reader or writer
        try {
          Thread.sleep(takes);
        } finally {
          plain.unlock();
        }
      }
      case "stamped" -> {
        long stamp = stamped.tryOptimisticRead(); // no lock at all …
        Thread.sleep(takes);
        if (!stamped.validate(stamp)) { // … but somebody wrote meanwhile: read again
          stamp = stamped.readLock();
          try {
            Thread.sleep(takes);
          } finally {
            stamped.unlockRead(stamp);
          }
        }
      }
      default -> {
        page.readLock().lock(); // shared with other readers
        try {
          Thread.sleep(takes);
        } finally {
          page.readLock().unlock();
        }
      }
    }
  }

  static void write(String kind, int takes) throws InterruptedException {
    if (kind.equals("stamped")) {
      long stamp = stamped.writeLock();
      try {
        Thread.sleep(takes);
      } finally {
        stamped.unlockWrite(stamp);
      }
    } else if (kind.equals("plain")) {
      read(kind, takes);
    } else {
      page.writeLock().lock(); // alone
      try {
        Thread.sleep(takes);
      } finally {
        page.writeLock().unlock();
      }
    }
  }

  static void work(ProgramArguments given, boolean writes, long seed) {
    Random random = new Random(seed);
    String kind = given.text("lock");
    int takes = given.millis(writes ? "writing" : "reading");
    try {
      for (int round = 0; round < given.number("rounds"); round++) {
        Thread.sleep(random.nextInt(given.millis("pause") + 1));
        if (writes) {
          write(kind, takes);
        } else {
          read(kind, takes);
        }
      }
      System.out.println(Thread.currentThread().getName() + " is done.");
    } catch (InterruptedException e) {
      System.out.println(Thread.currentThread().getName() + " leaves.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("readers-writers", args);
    page = new ReentrantReadWriteLock(given.text("lock").equals("fair"));
    Random random = new Random(given.seed());
    List<Thread> threads = new ArrayList<>();
    for (int number = 1; number <= given.number("readers"); number++) {
      long seed = random.nextLong();
      threads.add(new Thread(() -> work(given, false, seed), "Reader-" + number));
    }
    for (int number = 1; number <= given.number("writers"); number++) {
      long seed = random.nextLong();
      threads.add(new Thread(() -> work(given, true, seed), "Writer-" + number));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
