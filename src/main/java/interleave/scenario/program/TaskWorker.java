package interleave.scenario.program;

import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.process.broker.RefusedConnectionException;
import interleave.process.broker.Transaction;
import interleave.scenario.ProgramArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A worker of {@code DistributedProcesses}: it knows nothing but where the broker is. */
final class TaskWorker {
  static final String LAST_WORD = "nothing more comes";

  private static final int MOST_DELIVERIES = 3;
  private static final int NO_TASK = -1;
  private static final int POWER_CUT = 137; // the exit code of a process that SIGKILL ended

  private TaskWorker() {}

  /**
   * A worker on another machine, which the master has not started and does not wait for.
   *
   * @param args the file with the broker's address, and parameters of the scenario
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ProgramArguments given =
        ProgramArguments.to("distributed-processes", Arrays.copyOfRange(args, 1, args.length));
    try {
      work(args[0], given.millis("work"), given.text("task"), NO_TASK);
    } catch (RefusedConnectionException e) {
      System.err.println("Worker: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * What a worker process runs. The worker that takes task {@code fatal} first does not survive.
   */
  static void work(String address, int millis, String kind, int fatal)
      throws IOException, InterruptedException {
    String me = "Worker " + ProcessHandle.current().pid();
    try (BrokerClient broker = BrokerClient.connect(Path.of(address))) {
      BrokerQueue tasks = broker.queue("tasks");
      BrokerQueue results = broker.queue("results");
      while (true) {
        Delivery task = tasks.take(); // waits here; the task is lent until it is acknowledged
        Transaction both = broker.begin();
        if (task.text().equals(LAST_WORD)) {
          // One for each worker that the master has started: nobody else keeps it.
          (fatal == NO_TASK ? both.putBack(task) : both.acknowledge(task)).commit();
          break;
        }
        System.out.println(me + " runs task " + task.text() + "...");
        Thread.sleep(millis);
        if (task.number() == fatal && task.deliveries() == 1) {
          Runtime.getRuntime().halt(POWER_CUT); // in the middle of it: nothing is acknowledged
        }
        try {
          long n = Long.parseLong(task.text());
          String result = kind.equals("primes") ? primes(n) : n + " * " + n + " = " + n * n;
          both.acknowledge(task).put(results, task.number(), result);
        } catch (NumberFormatException e) {
          if (task.deliveries() < MOST_DELIVERIES) {
            both.putBack(task); // somebody else may know what to do with it
          } else {
            both.acknowledge(task)
                .put(broker.queue("dead letters"), task.number(), task.text())
                .put(results, task.number(), task.text() + " is a dead letter");
          }
        }
        if (!both.commit()) { // the task is gone and its result there, or neither
          System.out.println(me + " was cut off. Unless it was done, the task comes again.");
        }
      }
      System.out.println(me + " exit.");
    } catch (RefusedConnectionException e) {
      System.out.println(me + " exit: " + e.getMessage());
    } catch (BrokerGoneException e) {
      System.out.println(me + " exit: there is no broker any more.");
    }
  }

  /** A task that keeps a processor busy. */
  private static String primes(long n) {
    int count = 0;
    for (long each = 2; each < n; each++) {
      long divisor = 2;
      while (divisor * divisor <= each && each % divisor != 0) {
        divisor++;
      }
      count += divisor * divisor > each ? 1 : 0;
    }
    return count + " primes below " + n;
  }
}
