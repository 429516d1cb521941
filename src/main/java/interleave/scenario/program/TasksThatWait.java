package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Each order waits for a part, and both are tasks of a pool with few threads. */
public final class TasksThatWait {
  static final AtomicInteger delivered = new AtomicInteger();

  private TasksThatWait() {}

  /** What makes the part of an order. */
  static int makePart(int number, int work) {
    try {
      Thread.sleep(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return number;
  }

  /** An order: asks for a part, waits for it, and is delivered. */
  static void deliver(int number, int work, ExecutorService parts) {
    try {
      makePart(number, work); // takes the order down
      Future<Integer> part = parts.submit(() -> makePart(number, work));
      part.get(); // keeps its thread while it waits: who shall make the part?
      delivered.incrementAndGet();
      System.out.println("Order " + number + " is delivered.");
    } catch (InterruptedException | ExecutionException e) {
      System.out.println("Order " + number + " never got its part.");
    }
  }

  static ExecutorService pool(String kind, int threads) {
    return switch (kind) {
      // In one of its tasks that waits for another one, a worker does other tasks meanwhile.
      case "helping" -> new ForkJoinPool(threads);
      case "virtual" -> Executors.newVirtualThreadPerTaskExecutor(); // a thread for each task
      default -> Executors.newFixedThreadPool(threads);
    };
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("pool-starvation", args);
    int work = given.millis("work");
    int all = given.number("orders");
    String kind = given.text("pool");
    ExecutorService orders = pool(kind, given.number("threads"));
    ExecutorService parts = kind.equals("two") ? pool(kind, given.number("threads")) : orders;
    List<Future<?>> asked = new ArrayList<>();
    for (int number = 1; number <= all; number++) {
      int order = number;
      asked.add(orders.submit(() -> deliver(order, work, parts)));
    }
    try {
      for (Future<?> order : asked) {
        order.get(given.millis("patience"), TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException | ExecutionException e) {
      System.out.println("Nothing moves any more."); // without this it would be so for ever
    }
    orders.shutdownNow(); // interrupts whoever still waits
    parts.shutdownNow();
    orders.awaitTermination(1, TimeUnit.SECONDS);
    System.out.println(delivered + " of " + all + " orders were delivered.");
  }
}
