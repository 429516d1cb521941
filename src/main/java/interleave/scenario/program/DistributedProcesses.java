package interleave.scenario.program;

import interleave.process.ChildProcess;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.scenario.ProgramArguments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A master puts tasks into a queue that a broker keeps; workers take them, and put back results.
 */
public final class DistributedProcesses {
  private DistributedProcesses() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    ProgramArguments given = ProgramArguments.to("distributed-processes", args);
    Random random = new Random(given.seed());
    int count = given.number("tasks");
    int middle = (count + 1) / 2;
    String fault = given.text("fault");
    System.out.println("Master " + ProcessHandle.current().pid() + ".");
    Broker server = Broker.start(); // a process of its own, which keeps the queues
    BrokerClient broker = BrokerClient.connect(server.address());

    List<ChildProcess> workers = new ArrayList<>();
    int reserve = fault.equals("kill") ? 1 : 0; // takes over when another is gone
    for (int number = 1; number <= given.number("workers") + reserve; number++) {
      ChildProcess worker =
          ChildProcess.of(
              TaskWorker.class,
              "work",
              server.address().toString(),
              given.millis("work"),
              given.text("task"),
              fault.equals("kill") ? middle : 0);
      workers.add(worker.named("Worker-" + number).start());
    }

    BrokerQueue tasks = broker.queue("tasks");
    for (int number = 1; number <= count; number++) {
      boolean poison = fault.equals("poison") && number == middle;
      String task = poison ? "seven" : Integer.toString(random.nextInt(10_001));
      System.out.println("Put task " + task + "...");
      tasks.put(task);
    }
    BrokerQueue results = broker.queue("results");
    for (int number = 1; number <= (fault.equals("stop") ? middle : count); number++) {
      Delivery result = results.take();
      System.out.println("Result: " + result.text());
      broker.begin().acknowledge(result).commit();
    }
    if (fault.equals("poison")) {
      Delivery dead = broker.queue("dead letters").take();
      System.out.println("Dead letter: " + dead.text());
      broker.begin().acknowledge(dead).commit();
    }
    if (fault.equals("stop")) {
      System.out.println("Master stops, and the broker with it.");
      server.close();
    } else {
      for (int left = 0; left < given.number("workers"); left++) {
        tasks.put(TaskWorker.LAST_WORD); // behind all tasks: whoever takes one leaves
      }
    }
    for (ChildProcess worker : workers) {
      worker.join();
    }
    broker.close();
    server.close();
    System.out.println("Master exit.");
  }
}
