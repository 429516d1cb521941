package interleave.scenario.program;

import interleave.process.Phase;
import interleave.process.ProcessPool;
import interleave.process.Result;
import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** The same work by one thread and by several, with one lock that all need, and by processes. */
public final class Gil {
  // A model of Python's global interpreter lock: who has had it for 5 ms hands it on.
  static final ReentrantLock gil = new ReentrantLock(true); // fair: to who has waited longest
  static final long TURN = 5_000_000; // ns
  static final int PIECES = 480;

  private Gil() {}

  /** A piece of work: nothing but computing, and each step needs the one before it. */
  static long piece(long number, int rounds) {
    long x = number;
    for (int i = 0; i < rounds; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
      x ^= x >>> 29;
    }
    return x;
  }

  /** What one worker does: every step-th piece, if need be only while it has the lock. */
  static long share(int first, int step, int rounds, boolean needsLock) {
    long sum = 0;
    long since = 0;
    for (int number = first; number < PIECES; number += step) {
      if (needsLock && !gil.isHeldByCurrentThread()) {
        gil.lock();
        since = System.nanoTime();
      }
      sum += piece(number, rounds);
      boolean last = number + step >= PIECES;
      if (needsLock && (last || System.nanoTime() - since > TURN && gil.hasQueuedThreads())) {
        gil.unlock(); // our turn is over: now another thread may compute
      }
    }
    return sum;
  }

  static long threads(ExecutorService pool, int count, int rounds, boolean lock) throws Exception {
    List<Callable<Long>> shares =
        IntStream.range(0, count)
            .<Callable<Long>>mapToObj(first -> () -> share(first, count, rounds, lock))
            .toList();
    long sum = 0;
    for (Future<Long> share : pool.invokeAll(shares)) {
      sum += share.get();
    }
    return sum;
  }

  static long processes(ProcessPool pool, int count, int rounds) throws InterruptedException {
    List<Result> shares = new ArrayList<>();
    for (int first = 0; first < count; first++) {
      shares.add(pool.apply(Gil.class, "share", first, count, rounds, false));
    }
    long sum = 0;
    for (Result share : shares) {
      sum += share.get(Long.class);
    }
    return sum;
  }

  static void time(String name, long work, Callable<Long> way) throws Exception {
    Phase phase = Phase.begin(name, work);
    long sum = way.call();
    System.out.println("%s: %.2f s, sum %d".formatted(name, phase.end() / 1e9, sum));
  }

  public static void main(String[] args) throws Exception {
    ProgramArguments given = ProgramArguments.to("gil", args);
    int most = given.number("workers");
    int rounds = given.number("work") * 1_000_000 / PIECES;
    long work = (long) rounds * PIECES;
    System.out.println("Processors: " + Runtime.getRuntime().availableProcessors());
    try (ExecutorService workers =
        Executors.newFixedThreadPool(most, Thread.ofPlatform().name("worker-", 1).factory())) {
      time("warm-up", 0, () -> threads(workers, most, rounds / 2, false)); // Java compiles it
      time("1 thread", work, () -> threads(workers, 1, rounds, false));
      for (boolean lock : List.of(false, true)) {
        for (int n = 2; n <= most; n *= 2) {
          int count = n;
          String kind = lock ? " locked" : " threads";
          time(n + kind, work, () -> threads(workers, count, rounds, lock));
        }
      }
    }
    if (given.on("processes")) {
      ProcessPool pool = new ProcessPool(most);
      time("processes start", 0, () -> processes(pool, most, rounds / 4)); // and warm up, too
      time(most + " processes", work, () -> processes(pool, most, rounds));
      pool.close();
      pool.join();
    }
  }
}
