package interleave.bench;

import interleave.process.ChildProcess;
import interleave.process.ProcessQueue;
import interleave.process.broker.Broker;
import java.util.ArrayList;
import java.util.List;

/**
 * How many tasks a second go through two queues: a master puts small numbers into one, worker
 * processes get them and put their squares into the other, the master gets those. The queues are
 * kept by the master, or by an embedded broker.
 */
final class TaskRate {
  private static final int WARM_UP = 300;

  private TaskRate() {}

  /** A worker, which ends with the master's queue. */
  static void work(ProcessQueue<Long> tasks, ProcessQueue<Long> results)
      throws InterruptedException {
    while (true) {
      long number = tasks.get();
      if (number < 0) {
        return;
      }
      results.put(number * number);
    }
  }

  /** With queues of this process. */
  static double here(int workers, int tasks) throws InterruptedException {
    try (ProcessQueue<Long> out = ProcessQueue.unbounded("tasks");
        ProcessQueue<Long> back = ProcessQueue.unbounded("results")) {
      return rate(out, back, workers, tasks);
    }
  }

  /** With queues of a broker. */
  static double at(Broker broker, int workers, int tasks) throws InterruptedException {
    try (ProcessQueue<Long> out = ProcessQueue.unbounded(broker.address(), "tasks");
        ProcessQueue<Long> back = ProcessQueue.unbounded(broker.address(), "results")) {
      return rate(out, back, workers, tasks);
    }
  }

  private static double rate(
      ProcessQueue<Long> out, ProcessQueue<Long> back, int workers, int tasks)
      throws InterruptedException {
    List<ChildProcess> children = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      children.add(ChildProcess.of(TaskRate.class, "work", out, back).daemon().start());
    }
    run(out, back, WARM_UP * workers);
    long begin = System.nanoTime();
    run(out, back, tasks);
    double seconds = (System.nanoTime() - begin) / 1e9;
    for (ChildProcess child : children) {
      out.put(-1L);
    }
    for (ChildProcess child : children) {
      child.join();
    }
    return tasks / seconds;
  }

  /** Keeps so many under way that no worker waits for the master. */
  private static void run(ProcessQueue<Long> out, ProcessQueue<Long> back, int tasks)
      throws InterruptedException {
    long sum = 0;
    int ahead = Math.min(tasks, 64);
    for (int i = 0; i < ahead; i++) {
      out.put((long) i);
    }
    for (int i = ahead; i < tasks + ahead; i++) {
      sum += back.get();
      if (i < tasks) {
        out.put((long) i);
      }
    }
    long n = tasks - 1L;
    if (sum != n * (n + 1) * (2 * n + 1) / 6) {
      throw new IllegalStateException("A task was lost, or done twice.");
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    int tasks = Integer.parseInt(arguments[0]);
    try (Broker broker = Broker.start()) {
      for (int i = 1; i < arguments.length; i++) {
        int workers = Integer.parseInt(arguments[i]);
        System.out.printf(
            "%d workers: here %,.0f tasks/s, at a broker %,.0f%n",
            workers, here(workers, tasks), at(broker, workers, tasks));
      }
    }
  }
}
