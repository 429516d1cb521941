package interleave.process.door;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ChildJvm;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import java.io.BufferedReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A master and workers on hosts of their own, over links that are late, lose, and break. */
class SeveralHostsTest {
  private static final int TASKS = 24;

  @TempDir Path folder;

  /** What runs on the first host: a broker, a door to it, and a master. */
  static final class Master {
    public static void main(String[] args) throws Exception {
      try (Broker broker = Broker.start();
          Door door =
              Door.open(
                  BrokerAddress.read(broker.address()),
                  new InetSocketAddress("0.0.0.0", 0),
                  stranger -> System.out.println("sent away: " + stranger));
          BrokerClient master = BrokerClient.connect(broker.address())) {
        BrokerAddress way = door.address();
        for (int host = 1; host <= 2; host++) {
          URI uri = URI.create("tls://" + Hosts.first(host) + ":" + way.port());
          new BrokerAddress(uri, way.user(), way.key(), way.fingerprint())
              .write(Path.of(args[0], "way" + host));
        }
        BrokerQueue tasks = master.queue("tasks");
        for (int i = 1; i <= TASKS; i++) {
          tasks.put("" + i);
        }
        System.out.println("ready");
        for (int i = 1; i <= TASKS; i++) {
          Delivery result = master.queue("results").take();
          master.begin().acknowledge(result).commit();
          System.out.println(result.text());
        }
        System.in.read(); // the workers leave first
      }
    }
  }

  @Test
  void whatIsPutIsDoneOnceOverLinksThatAreLateAndLoseAndBreakForAWhile(TestReporter reporter)
      throws Exception {
    List<String> results = new ArrayList<>();
    List<Process> all = new ArrayList<>();
    try (Hosts hosts = Hosts.of(2)) {
      reporter.publishEntry("links by", hosts.how());
      Process master = hosts.on(0, ChildJvm.command(Master.class, folder.toString())).start();
      all.add(master);
      try (BufferedReader said = master.inputReader(StandardCharsets.UTF_8)) {
        assertThat(said.readLine()).isEqualTo("ready");
        all.add(hosts.on(1, java()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        all.add(hosts.on(2, python()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        while (results.size() < TASKS) {
          results.add(said.readLine());
          if (results.size() == TASKS / 4) {
            hosts.cable(1, false);
          } else if (results.size() == TASKS / 2) {
            hosts.cable(1, true);
          }
        }
      }
    } finally {
      for (Process each : all) {
        each.descendants().forEach(ProcessHandle::destroyForcibly);
        each.destroyForcibly().waitFor();
      }
    }
    assertThat(results)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, TASKS).mapToObj(n -> n + " * " + n + " = " + n * n).toList());
  }

  private List<String> java() {
    List<String> command = ChildJvm.command(SeveralHostsTest.class);
    command.removeLast();
    command.add("interleave.scenario.program.TaskWorker");
    command.add(folder.resolve("way1").toString());
    command.add("work=0.01");
    return command;
  }

  private List<String> python() {
    return List.of(
        "env",
        "PYTHONPATH=src/main/resources/interleave/scenario/python",
        "python3",
        "src/main/resources/interleave/scenario/lessons/distributed-processes/task_worker.py",
        "address=" + folder.resolve("way2"),
        "work=0.01");
  }
}
