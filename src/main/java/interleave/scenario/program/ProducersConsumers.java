package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Producers put orders into one bounded queue; consumers take them out and work on them. */
public final class ProducersConsumers {
  private static final String CLOSED = "closed";

  private ProducersConsumers() {}

  /** What a producer runs. */
  static void produce(BlockingQueue<String> orders, String letter, int count, int pause)
      throws InterruptedException {
    for (int number = 1; number <= count; number++) {
      Thread.sleep(pause); // it takes a while to make one
      orders.put(letter + number); // waits here while the queue is full
    }
    System.out.println("Producer " + letter + " has put " + count + " orders.");
  }

  /** What a consumer runs. */
  static void consume(BlockingQueue<String> orders, int work) throws InterruptedException {
    int done = 0;
    while (true) {
      String order = orders.take(); // waits here while the queue is empty
      if (order.equals(CLOSED)) {
        break;
      }
      Thread.sleep(work); // it takes a while to work on one
      done++;
    }
    System.out.println(Thread.currentThread().getName() + " has done " + done + " orders.");
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("producers-consumers", args);
    BlockingQueue<String> orders = new ArrayBlockingQueue<>(given.number("capacity"));
    int count = given.number("orders");
    int pause = given.millis("pause");
    int work = given.millis("work");

    List<Thread> producers = new ArrayList<>();
    for (int i = 0; i < given.number("producers"); i++) {
      String letter = String.valueOf((char) ('A' + i));
      producers.add(start("Producer-" + letter, () -> produce(orders, letter, count, pause)));
    }
    List<Thread> consumers = new ArrayList<>();
    for (int i = 1; i <= given.number("consumers"); i++) {
      consumers.add(start("Consumer-" + i, () -> consume(orders, work)));
    }

    for (Thread producer : producers) {
      producer.join();
    }
    for (int i = 0; i < consumers.size(); i++) {
      orders.put(CLOSED); // behind all orders: whoever takes it leaves
    }
    for (Thread consumer : consumers) {
      consumer.join();
    }
    System.out.println("All orders are done.");
  }

  /** Something that may be interrupted while it waits. */
  private interface Waiting {
    void run() throws InterruptedException;
  }

  private static Thread start(String name, Waiting body) {
    Thread thread =
        new Thread(
            () -> {
              try {
                body.run();
              } catch (InterruptedException e) {
                System.out.println(name + " was interrupted.");
              }
            },
            name);
    thread.start();
    return thread;
  }
}
