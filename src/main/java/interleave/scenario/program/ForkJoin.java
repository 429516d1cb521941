package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Primes are counted by halves of halves; a worker without work steals some from another. */
public final class ForkJoin {
  private ForkJoin() {}

  /** Counts the primes in a range: the two halves of a large one, each as a task of its own. */
  static final class PrimeCount extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;
    private final int from;
    private final int to;
    private final int smallest;

    PrimeCount(int from, int to, int smallest) {
      this.from = from;
      this.to = to;
      this.smallest = smallest;
    }

    @Override
    protected Integer compute() {
      if (to - from <= smallest) {
        return count(from, to); // not worth splitting any more
      }
      int middle = (from + to) >>> 1;
      PrimeCount upper = new PrimeCount(middle, to, smallest);
      upper.fork(); // now others may steal it
      int lower = new PrimeCount(from, middle, smallest).compute(); // this one I do myself
      return lower + upper.join(); // mine if nobody stole it; else I wait, and help
    }
  }

  /** How many primes there are from {@code from} up to, but not including, {@code to}. */
  static int count(int from, int to) {
    int primes = 0;
    for (int number = from; number < to; number++) {
      if (isPrime(number)) {
        primes++;
      }
    }
    return primes;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return number >= 2;
  }

  public static void main(String[] args) {
    ProgramArguments given = ProgramArguments.to("fork-join", args);
    int limit = given.number("limit");
    try (ForkJoinPool pool = new ForkJoinPool(given.number("workers"))) {
      int primes = pool.invoke(new PrimeCount(0, limit, given.number("smallest")));
      System.out.println("There are " + primes + " primes below " + limit + ".");
    }
  }
}
