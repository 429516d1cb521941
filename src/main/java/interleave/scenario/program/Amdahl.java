package interleave.scenario.program;

import interleave.process.Phase;
import interleave.scenario.ProgramArguments;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same work by 1, 2, 4 workers, where a share of it can be done by one at a time only. */
@SuppressWarnings("NullAway.Init")
public final class Amdahl {
  static final ReentrantLock lock = new ReentrantLock();
  static boolean prepared; // only who has the lock reads or writes it
  static int before; // percent of the work that one does while the others wait for it
  static int within; // percent of each piece that one can do at a time
  static boolean waits;
  static int rounds; // of a hundredth of the work
  static ExecutorService pool; // main makes it
  static final AtomicIntegerArray counters = new AtomicIntegerArray(1024); // 16 in a line

  private Amdahl() {}

  /** So many percent of a piece: nothing but computing, or waiting as if for an answer. */
  static long piece(long percent) throws InterruptedException {
    long x = rounds * percent / 100;
    if (waits) {
      Thread.sleep(5 * x / 1_000_000, (int) (5 * x % 1_000_000));
    }
    for (long i = x; i > 0 && !waits; i--) {
      x = x * 6364136223846793005L + 1442695040888963407L;
      x ^= x >>> 29;
    }
    return x;
  }

  static long share(int worker, int workers) throws InterruptedException {
    long sum = 0;
    lock.lock();
    sum += prepared ? 0 : piece(100 * before); // the first to come does it, the others wait
    prepared = true;
    lock.unlock();
    for (int number = worker; number < 100 - before; number += workers) {
      sum += piece(100 - within); // everybody has a part of the rest
      if (within > 0) {
        lock.lock();
        sum += piece(within); // the others can go on until they need the lock, too
        lock.unlock();
      }
    }
    return sum;
  }

  /** Everybody has a counter of its own, but those that lie in one line of the cache share that. */
  static long count(int place) {
    for (int i = 0; i < 10 * rounds; i++) {
      counters.incrementAndGet(place);
    }
    return counters.get(place);
  }

  static long time(String name, long work, int n, IntFunction<Callable<Long>> of) throws Exception {
    prepared = false;
    Phase phase = Phase.begin(name, work);
    pool.invokeAll(IntStream.range(0, n).mapToObj(of).toList()); // and waits for all
    return phase.end();
  }

  /** Far from the length, which all read; again and again, as others may keep processors busy. */
  static void counters(int most) throws Exception {
    for (int again = 0; again < 6; again++) {
      time("alone", rounds, 1, i -> () -> count(128 + i));
      time("apart", (long) most * rounds, most, i -> () -> count(128 + 32 * i));
      time("one line", (long) most * rounds, most, i -> () -> count(128 + i));
    }
  }

  static void workers(int most, double s) throws Exception {
    double alone = 1;
    for (int n : IntStream.iterate(1, n -> n <= most, n -> 2 * n).toArray()) {
      String name = n == 1 ? "1 worker" : n + " workers";
      long took = time(name, rounds, n, i -> () -> share(i, n));
      alone = n == 1 ? took : alone;
      double p = waits ? n : Math.min(n, Runtime.getRuntime().availableProcessors());
      double limit = within > 0 ? Math.min(p, 1 / s) : 1 / (s + (1 - s) / p); // Amdahl's law
      System.out.printf(Locale.ROOT, "%s: %.2fx, at most %.2fx%n", name, alone / took, limit);
    }
  }

  public static void main(String[] args) throws Exception {
    ProgramArguments given = ProgramArguments.to("amdahl", args);
    int most = given.number("workers");
    before = given.text("part").equals("first") ? given.number("serial") : 0;
    within = given.text("part").equals("pieces") ? given.number("serial") : 0;
    waits = given.on("waits");
    rounds = given.number("work") * 10_000;
    pool = Executors.newFixedThreadPool(most, Thread.ofPlatform().name("worker-", 1).factory());
    time("warm-up", 0, most, _ -> () -> piece(400)); // Java compiles it
    switch (given.text("part")) {
      case "counters" -> counters(most);
      default -> workers(most, (before + within) / 100.0);
    }
    pool.close();
  }
}
