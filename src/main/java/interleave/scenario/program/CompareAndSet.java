package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Two threads count together, and neither ever sleeps at a lock. */
public final class CompareAndSet {
  static int counter; // what they have counted
  static int retries; // how often one had to try again, or to wait
  static final AtomicInteger cell = new AtomicInteger();
  static final AtomicInteger again = new AtomicInteger();
  static final AtomicInteger taken = new AtomicInteger(); // the flag of the spin lock
  static final AtomicIntegerArray wants = new AtomicIntegerArray(2); // for Peterson: who …
  static final AtomicInteger first = new AtomicInteger(); // … and who first when both do

  private CompareAndSet() {}

  /** Works out what comes after {@code seen}, which may take a while. */
  static int next(int seen, int work) throws InterruptedException {
    if (work > 0) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(work / 2, work + 1));
    }
    return seen + 1;
  }

  static void compareAndSet(int work) throws InterruptedException {
    int seen = cell.get(); // what is there now
    while (!cell.compareAndSet(seen, next(seen, work))) { // sets it if it still is what I saw
      retries = again.incrementAndGet(); // somebody was quicker: once more
      seen = cell.get();
    }
    counter = seen + 1; // for the picture: steps inside of the JDK cannot be seen
  }

  /** A lock made of one flag: who finds it taken asks again and again. */
  static void spin(int work) throws InterruptedException {
    boolean waited = false;
    while (!taken.compareAndSet(0, 1)) {
      waited = true;
    }
    add(waited, work);
    taken.set(0);
  }

  /** Says “I want to”, lets the other one go first, and waits as long as that one wants to. */
  static void peterson(int me, int other, int work) throws InterruptedException {
    boolean waited = false;
    wants.set(me, 1);
    first.set(other);
    while (wants.get(other) == 1 && first.get() == other) {
      waited = true;
    }
    add(waited, work);
    wants.set(me, 0);
  }

  /** The same as if with plain variables: one may look before the other sees what was written. */
  static void petersonPlain(int me, int other, int work) throws InterruptedException {
    boolean waited = false;
    wants.setPlain(me, 1);
    first.setPlain(other);
    while (wants.getPlain(other) == 1 && first.getPlain() == other) {
      waited = true;
      Thread.onSpinWait(); // without it the compiler might look only once
    }
    again.addAndGet(waited ? 1 : 0);
    cell.setPlain(next(cell.getPlain(), work)); // not recorded, which would make it rarer still
    wants.setPlain(me, 0);
  }

  static void add(boolean waited, int work) throws InterruptedException {
    if (waited) {
      retries = again.incrementAndGet();
    }
    counter = next(counter, work);
  }

  static void count(String way, int loops, int me, int work) {
    try {
      for (int i = 0; i < loops; i++) {
        switch (way) {
          case "spin" -> spin(work);
          case "peterson" -> peterson(me, 1 - me, work);
          case "plain" -> petersonPlain(me, 1 - me, work);
          default -> compareAndSet(work);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("compare-and-set", args);
    int loops = given.number("loops");
    int work = given.millis("work");
    Thread anna = new Thread(() -> count(given.text("way"), loops, 0, work), "Anna");
    Thread ben = new Thread(() -> count(given.text("way"), loops, 1, work), "Ben");
    anna.start();
    ben.start();
    anna.join();
    ben.join();
    counter = Math.max(counter, cell.get()); // what was counted in the cell
    System.out.println("Counted " + counter + " of " + 2 * loops + ", again: " + again);
  }
}
