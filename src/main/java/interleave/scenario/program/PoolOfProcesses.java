package interleave.scenario.program;

import interleave.process.ProcessPool;
import interleave.process.Result;
import interleave.process.TaskLostException;
import interleave.process.broker.Broker;
import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A few worker processes share more tasks than there are workers. */
public final class PoolOfProcesses {
  /** What map takes for one task. */
  record Job(int number, int millis) {}

  private PoolOfProcesses() {}

  /** What a worker does for one task. It runs in the worker's process, not in the parent's. */
  static void longTask(int number, int millis) throws InterruptedException {
    System.out.println("Run task " + number + " (pid " + ProcessHandle.current().pid() + ")...");
    long start = System.nanoTime();
    Thread.sleep(millis);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println("Task %d ran %.2f seconds.".formatted(number, seconds));
  }

  /** A task with a result. */
  static int square(Job job) throws InterruptedException {
    longTask(job.number(), job.millis());
    return job.number() * job.number();
  }

  /** A task that takes its worker with it, as if somebody had killed the process. */
  static void crash(int number, int millis) throws InterruptedException {
    System.out.println("Run task " + number + " (pid " + ProcessHandle.current().pid() + ")...");
    Thread.sleep(millis);
    Runtime.getRuntime().halt(3);
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("process-pool", args);
    Random random = new Random(given.seed());
    System.out.println("Parent process " + ProcessHandle.current().pid() + ".");

    List<Job> jobs = new ArrayList<>();
    for (int number = 0; number < given.number("tasks"); number++) {
      jobs.add(new Job(number, random.nextInt(given.millis("longest") + 1)));
    }
    if (given.text("over").equals("broker")) {
      Broker.start().share(); // a process that passes tasks on, to workers of other machines, too
    }
    ProcessPool pool = new ProcessPool(given.number("workers"));
    boolean map = given.text("way").equals("map");
    List<Result> results = new ArrayList<>();
    if (map) {
      // one task for each job; the results are in the order of the jobs
      results = pool.map(PoolOfProcesses.class, "square", jobs);
    } else {
      for (Job job : jobs) {
        String task = job.number() == given.number("crash") ? "crash" : "longTask";
        // apply does not wait: it only puts the task into the pool's queue
        results.add(pool.apply(PoolOfProcesses.class, task, job.number(), job.millis()));
      }
    }
    System.out.println("Waiting for all subprocesses done...");
    pool.close(); // no more tasks will come
    pool.join(); // wait until every worker has left
    System.out.println("All subprocesses done.");
    for (Result result : results) {
      tell(result, map);
    }
  }

  private static void tell(Result result, boolean map) throws InterruptedException {
    try {
      Object value = result.get(); // it is there already, so this does not wait
      if (map) {
        System.out.println("Result of " + result + ": " + value);
      }
    } catch (TaskLostException e) {
      System.out.println(e.getMessage());
    }
  }
}
