package interleave.scenario.program;

import interleave.process.ChildProcess;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.process.broker.Relay;
import interleave.scenario.ProgramArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A master puts tasks into a queue that a broker keeps; workers take them, and put back results.
 */
public final class DistributedProcesses {
  private DistributedProcesses() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    ProgramArguments given = ProgramArguments.to("distributed-processes", args);
    int count = given.number("tasks");
    int middle = (count + 1) / 2;
    String fault = given.text("fault");
    boolean own = given.text("broker").isEmpty();
    if (fault.equals(own ? "restart" : "stop")) {
      System.err.println(own ? Mishap.NO_RESTART : Mishap.NO_STOP);
      System.exit(2);
    }
    System.out.println("Master " + ProcessHandle.current().pid() + ".");
    // A process of its own, which keeps the queues; or somebody else's, on whatever machine.
    Broker server = own ? Broker.start() : Broker.external(Path.of(given.text("broker")));
    BrokerClient broker = BrokerClient.connect(server.address());
    Relay relay = fault.equals("cut") ? new Relay(server.address()) : null;

    List<ChildProcess> workers = new ArrayList<>();
    int reserve = fault.equals("kill") ? 1 : 0; // takes over when another is gone
    for (int number = 1; number <= given.number("workers") + reserve; number++) {
      Path way = number == 1 && relay != null ? relay.address() : server.address();
      workers.add(worker(way, given, middle).named("Worker-" + number).start());
    }
    if (given.on("stranger")) {
      workers.add(worker(Mishap.guess(server.address()), given, 0).named("Stranger").start());
    }

    boolean squares = given.text("task").equals("square");
    List<Integer> numbers =
        new ArrayList<>(
            IntStream.rangeClosed(1, count)
                .mapToObj(n -> squares ? n + 1 : 1_000 * (n % 10 + 1))
                .toList());
    Collections.shuffle(numbers, new Random(given.seed()));
    BrokerQueue tasks = broker.queue("tasks");
    for (int number = 1; number <= count; number++) {
      boolean poison = fault.equals("poison") && number == middle;
      String task = poison ? "seven" : numbers.get(number - 1).toString();
      System.out.println("Put task " + task + "...");
      tasks.put(task);
    }
    BrokerQueue results = broker.queue("results");
    for (int number = 1; number <= (fault.equals("stop") ? middle : count); number++) {
      Delivery result = results.take();
      System.out.println("Result: " + result.text());
      broker.begin().acknowledge(result).commit();
      if (number == middle && relay != null) {
        Mishap.cut(relay, given.millis("work"));
      } else if (number == middle && fault.equals("restart")) {
        Mishap.restart(broker);
      }
    }
    if (fault.equals("poison")) {
      Delivery dead = broker.queue("dead letters").take();
      System.out.println("Dead letter: " + dead.text());
      broker.begin().acknowledge(dead).commit();
    }
    if (fault.equals("stop")) {
      System.out.println("Master stops, and the broker with it.");
      server.breakOff();
    } else {
      // Those from elsewhere pass the last word on, and may have taken the task that kills.
      int guests = server.hasGuests() ? reserve + 1 : 0;
      for (int left = 0; left < given.number("workers") + guests; left++) {
        tasks.put(TaskWorker.LAST_WORD); // behind all tasks: whoever takes one leaves
      }
    }
    for (ChildProcess worker : workers) {
      worker.join();
    }
    broker.close();
    if (relay != null) {
      relay.close();
    }
    server.close();
    System.out.println("Master exit.");
  }

  private static ChildProcess worker(Path way, ProgramArguments given, int middle) {
    int fatal = given.text("fault").equals("kill") ? middle : 0;
    return ChildProcess.of(
        TaskWorker.class, "work", way.toString(), given.millis("work"), given.text("task"), fatal);
  }
}
