package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

/** Runners wait for the starting shot, and after each lap for each other. */
public final class Race {
  /** Shut until the shot; then open for ever. */
  static final CountDownLatch start = new CountDownLatch(1);

  /** Counts the runners that are still to come in. */
  static CountDownLatch finish = new CountDownLatch(0);

  /** Opens when all runners are there, and is shut again behind them. */
  static CyclicBarrier lapEnd = new CyclicBarrier(1);

  static int laps = 0;

  private Race() {}

  static void run(int rounds, int longest, double factor, long seed) {
    Random random = new Random(seed);
    try {
      start.await();
      for (int lap = 0; lap < rounds; lap++) {
        Thread.sleep((long) (random.nextInt(longest + 1) * factor));
        lapEnd.await(); // nobody begins the next lap before all have done this one
      }
      finish.countDown();
    } catch (InterruptedException | BrokenBarrierException e) {
      System.out.println(Thread.currentThread().getName() + " gives up.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("barrier-and-latch", args);
    int runners = given.number("runners");
    int rounds = given.number("laps");
    int longest = given.millis("lap");
    Random random = new Random(given.seed());
    lapEnd = new CyclicBarrier(runners, () -> System.out.println("Lap " + ++laps + " is done."));
    finish = new CountDownLatch(runners);
    for (int number = 1; number <= runners; number++) {
      double factor = number == runners && given.on("slow") ? 3 : 1;
      long seed = random.nextLong();
      new Thread(() -> run(rounds, longest, factor, seed), "Runner-" + number).start();
    }
    Thread.sleep(100); // on your marks
    System.out.println("Go!");
    start.countDown();
    finish.await();
    System.out.println("All are in.");
  }
}
