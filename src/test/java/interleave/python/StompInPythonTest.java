package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The client for brokers that stands beside the scenario, in the hands of those who mean harm. */
@BesideOthers
class StompInPythonTest {
  private static final Path PROGRAMS =
      Path.of("src/main/resources/interleave/scenario/lessons/distributed-processes")
          .toAbsolutePath();

  /** What all programs of lessons import. */
  private static final Path SHARED =
      Path.of("src/main/resources/interleave/scenario/python").toAbsolutePath();

  private static Process start(ProcessBuilder.Redirect said, Path python, Object... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(python.toString()));
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said);
    builder.environment().put("PYTHONPATH", SHARED.toString());
    return builder.start();
  }

  @Test
  void whateverComesIsAFrameOrRefusedAndNoMoreIsKeptThanFits() throws Exception {
    Path script = Path.of("src/test/resources/python/stomp_frames.py").toAbsolutePath();
    for (Path python : List.of(Pythons.all().getFirst(), Pythons.newest())) {
      Process running = start(ProcessBuilder.Redirect.PIPE, python, script, PROGRAMS);
      String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said.lines().map(String::strip))
          .as(python.toString())
          .containsExactly(
              "True",
              "('MESSAGE', {'a': '1'}, b'body')",
              "Refused ".repeat(14).strip(),
              "ConnectionError ".repeat(4).strip(),
              "True True True",
              "True");
    }
  }

  @Test
  void underRandomKillsOfWorkersInPythonNoTaskIsLostAndNoneIsDoneTwice() throws Exception {
    Path python = Pythons.newest();
    Random random = new Random(12);
    int tasks = 150;
    List<Long> done = new ArrayList<>();
    List<Process> workers = new ArrayList<>();
    int kills = 0;
    try (Broker broker = Broker.start();
        BrokerClient master = BrokerClient.connect(broker.address())) {
      for (int i = 0; i < 3; i++) {
        workers.add(worker(python, broker));
      }
      for (int i = 1; i <= tasks; i++) {
        master.queue("tasks").put("" + i);
      }
      BrokerQueue results = master.queue("results");
      while (done.size() < tasks) {
        Delivery result = results.take();
        assertThat(result.text()).endsWith("= " + result.number() * result.number());
        master.begin().acknowledge(result).commit();
        done.add(result.number());
        if (done.size() % 30 == 5) {
          workers.remove(random.nextInt(workers.size())).destroyForcibly();
          workers.add(worker(python, broker));
          kills++;
        }
      }
      assertThat(kills).isEqualTo(5);
      assertThat(done)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, tasks).boxed().toList());
      assertThat(results.take(Duration.ofMillis(200))).isEmpty();
      workers.forEach(Process::destroyForcibly); // before the broker ends
    } catch (BrokerGoneException e) {
      throw new AssertionError(done.size() + " of " + tasks + " after " + kills + " kills", e);
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  private static Process worker(Path python, Broker broker) throws IOException {
    return start(
        ProcessBuilder.Redirect.DISCARD,
        python,
        PROGRAMS.resolve("task_worker.py"),
        "address=" + broker.address(),
        "work=0");
  }
}
