package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Philosophers around a table, a fork between each two; who eats needs both forks beside it. */
public final class Philosophers {
  /** Who is synchronized on a fork has it in hand. */
  static final class Fork {}

  static Fork[] forks = {};

  /** The waiter lets all but one of them reach for forks at a time. */
  static Semaphore waiter = new Semaphore(1);

  private Philosophers() {}

  static void eat(int first, int second, int pause, int takes) throws InterruptedException {
    synchronized (forks[first]) {
      Thread.sleep(pause); // time enough for the neighbour to take the other one
      synchronized (forks[second]) {
        System.out.println(Thread.currentThread().getName() + " eats.");
        Thread.sleep(takes);
      }
    }
  }

  static void dine(int seat, ProgramArguments given) {
    int left = seat;
    int right = (seat + 1) % forks.length;
    int pause = given.millis("pause");
    int takes = given.millis("eating");
    try {
      for (int meal = 0; meal < given.number("meals"); meal++) {
        switch (given.text("strategy")) {
          case "ordered" -> // always the fork with the lower number first
              eat(Math.min(left, right), Math.max(left, right), pause, takes);
          case "waiter" -> {
            waiter.acquire();
            try {
              eat(left, right, pause, takes);
            } finally {
              waiter.release();
            }
          }
          default -> eat(left, right, pause, takes);
        }
      }
      System.out.println(Thread.currentThread().getName() + " is full.");
    } catch (InterruptedException e) {
      System.out.println(Thread.currentThread().getName() + " leaves the table.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("dining-philosophers", args);
    int philosophers = given.number("philosophers");
    forks = new Fork[philosophers];
    for (int number = 0; number < philosophers; number++) {
      forks[number] = new Fork();
    }
    waiter = new Semaphore(philosophers - 1);
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < philosophers; number++) {
      int seat = number;
      threads.add(new Thread(() -> dine(seat, given), "Philosopher-" + (seat + 1)));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("All are full.");
  }
}
