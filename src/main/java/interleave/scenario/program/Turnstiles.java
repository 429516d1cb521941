package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A barrier made of semaphores: nobody is to begin a round before all have ended the last one. */
public final class Turnstiles {
  static final Semaphore mutex = new Semaphore(1); // who has it may count
  static final Semaphore entrance = new Semaphore(0); // a turnstile: each permit lets one pass
  static final Semaphore wayOut = new Semaphore(0); // another one
  static int counted; // how many have come
  static int[] rounds = new int[1]; // in which round each runner is
  static int ahead; // by how many rounds the quickest was ahead of the slowest, at most
  static boolean two;
  static int held;

  private Turnstiles() {}

  static void begin(int runner) throws InterruptedException {
    mutex.acquire();
    rounds[runner]++;
    int lead = rounds[runner] - Arrays.stream(rounds).min().orElseThrow();
    if (lead > ahead) {
      ahead = lead;
    }
    mutex.release();
  }

  /** All have to come before anybody goes on. */
  static void barrier(int runner) throws InterruptedException {
    mutex.acquire();
    counted++;
    if (counted == rounds.length) {
      entrance.release(rounds.length); // the last one to come lets all of them pass
      if (!two) {
        counted = 0;
      }
    }
    mutex.release();
    if (runner == 0) {
      Thread.sleep(held); // counted, but not through yet
    }
    entrance.acquire();
    if (two) {
      leave();
    }
  }

  /** All have to be through before anybody comes again. */
  static void leave() throws InterruptedException {
    mutex.acquire();
    counted--;
    if (counted == 0) {
      wayOut.release(rounds.length);
    }
    mutex.release();
    wayOut.acquire();
  }

  static void run(int runner, int count, int work) {
    try {
      for (int round = 1; round <= count; round++) {
        begin(runner);
        System.out.println(Thread.currentThread().getName() + " begins round " + round + ".");
        Thread.sleep(work);
        barrier(runner);
      }
    } catch (InterruptedException e) {
      System.out.println(Thread.currentThread().getName() + " gives up.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("reusable-barrier", args);
    rounds = new int[given.number("runners")];
    two = given.text("turnstiles").equals("two");
    held = given.millis("held");
    int count = given.number("rounds");
    int work = given.millis("work");
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < rounds.length; number++) {
      int runner = number;
      threads.add(new Thread(() -> run(runner, count, work), "Runner-" + (runner + 1)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("Rounds ahead: at most " + ahead + ".");
  }
}
