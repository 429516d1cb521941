package interleave.scenario;

import interleave.process.ProcessPool;
import java.util.Random;

/** A few worker processes share more tasks than there are workers. */
public final class PoolOfProcesses {
  private PoolOfProcesses() {}

  /** What a worker does for one task. It runs in the worker's process, not in the parent's. */
  static void longTask(int number, int millis) throws InterruptedException {
    System.out.println("Run task " + number + " (pid " + ProcessHandle.current().pid() + ")...");
    long start = System.nanoTime();
    Thread.sleep(millis);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println("Task %d ran %.2f seconds.".formatted(number, seconds));
  }

  public static void main(String[] args) throws InterruptedException {
    Given given = Given.to("process-pool", args);
    Random random = new Random(given.seed());
    System.out.println("Parent process " + ProcessHandle.current().pid() + ".");

    ProcessPool pool = new ProcessPool(given.number("workers"));
    for (int number = 0; number < given.number("tasks"); number++) {
      int millis = random.nextInt(given.millis("longest") + 1);
      // apply does not wait: it only puts the task into the pool's queue
      pool.apply(PoolOfProcesses.class, "longTask", number, millis);
    }
    System.out.println("Waiting for all subprocesses done...");
    pool.close(); // no more tasks will come
    pool.join(); // wait until every worker has left
    System.out.println("All subprocesses done.");
  }
}
