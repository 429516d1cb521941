package interleave.scenario.program;

import interleave.process.ChildProcess;
import interleave.process.ProcessQueue;
import interleave.process.broker.Broker;
import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A writer process puts messages into a queue; a reader process gets them, in a loop without an
 * end.
 */
public final class QueueBetweenProcesses {
  private static final String LAST_WORD = "nothing more comes";

  private QueueBetweenProcesses() {}

  /** What the writer process runs. */
  static void write(ProcessQueue<String> q, List<String> values, int pause, long seed)
      throws InterruptedException {
    System.out.println("Process to write: " + ProcessHandle.current().pid());
    Random random = new Random(seed);
    for (String value : values) {
      System.out.println("Put " + value + " to queue...");
      q.put(value); // waits here while a bounded queue is full
      Thread.sleep(random.nextInt(pause + 1)); // milliseconds
    }
  }

  /** What a reader process runs. */
  static void read(ProcessQueue<String> q, int pause) throws InterruptedException {
    System.out.println("Process to read: " + ProcessHandle.current().pid());
    while (true) {
      String value = q.get(); // waits here until there is a message
      if (value.equals(LAST_WORD)) {
        return;
      }
      System.out.println("Get " + value + " from queue.");
      Thread.sleep(pause);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("queue-between-processes", args);
    System.out.println("Parent process " + ProcessHandle.current().pid() + ".");

    if (given.text("over").equals("broker")) {
      Broker.start().share(); // a process that keeps the messages, and may be on another machine
    }
    // The parent makes the queue and hands it to its children.
    int capacity = given.number("capacity");
    ProcessQueue<String> q =
        capacity == 0 ? ProcessQueue.unbounded("q") : ProcessQueue.bounded("q", capacity);
    List<ChildProcess> writers = new ArrayList<>();
    for (int number = 1; number <= given.number("writers"); number++) {
      String mark = number == 1 ? "" : Integer.toString(number); // so that one sees whose it is
      List<String> values = given.texts("values").stream().map(value -> value + mark).toList();
      ChildProcess writer =
          ChildProcess.of(
              QueueBetweenProcesses.class,
              "write",
              q,
              values,
              given.millis("pause"),
              given.seed() + number - 1);
      writers.add(writer.named(number == 1 ? "Writer" : "Writer-" + number).start());
    }

    List<ChildProcess> readers = new ArrayList<>();
    for (int number = 1; number <= given.number("readers"); number++) {
      ChildProcess reader =
          ChildProcess.of(QueueBetweenProcesses.class, "read", q, given.millis("reader-pause"));
      readers.add(reader.named(number == 1 ? "Reader" : "Reader-" + number).start());
    }

    for (ChildProcess writer : writers) {
      writer.join();
    }
    for (ChildProcess reader : readers) {
      if (given.text("ending").equals("terminate")) {
        reader.terminate(); // it never ends by itself, so nobody could wait for it
      } else {
        q.put(LAST_WORD); // behind all other messages: whoever gets it leaves
      }
    }
    for (ChildProcess reader : readers) {
      reader.join();
    }
  }
}
