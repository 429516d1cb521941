package interleave.process.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.BesideOthers;
import interleave.engine.Interpreter;
import interleave.event.ChildJvm;
import interleave.process.broker.RefusedConnectionException.Reason;
import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.program.DistributedProcesses;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Brokers that others run, with queues in files: they are restarted, and nothing is lost. */
@BesideOthers
class ExternalBrokerTest {
  private static final Duration NOT_YET = Duration.ofMillis(300);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsPutIsDoneOnceAlsoWhenItIsRestartedInBetween(ExternalBroker.Kind kind)
      throws Exception {
    int tasks = 20;
    List<Long> done = new ArrayList<>();
    try (ExternalBroker there = ExternalBroker.start(kind, folder)) {
      BrokerAddress address = BrokerAddress.read(there.address());
      BrokerAddress guess = new BrokerAddress(address.uri(), "a guess", address.fingerprint());
      assertThatExceptionOfType(RefusedConnectionException.class)
          .isThrownBy(() -> StompConnection.open(guess))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY));
      try (Broker run = Broker.external(there.address());
          Broker otherRun = Broker.external(there.address());
          BrokerClient master = BrokerClient.connect(run.address());
          BrokerClient worker = BrokerClient.connect(run.address());
          BrokerClient slow = BrokerClient.connect(run.address());
          BrokerClient stranger = BrokerClient.connect(otherRun.address())) {
        for (int i = 0; i < tasks; i++) {
          master.queue("tasks").put("task " + i);
        }
        Delivery held = slow.queue("tasks").take();
        for (int i = 0; i < tasks / 2; i++) {
          assertThat(work(worker)).isTrue(); // not all are on their way to who is slow
        }
        there.restart();
        master.awaitReturn();
        assertThat(slow.begin().acknowledge(held).put(slow.queue("results"), 1, "").commit())
            .isFalse();
        slow.close();
        for (int left = tasks / 2; left > 0; ) {
          left -= work(worker) ? 1 : 0; // the first was given to him before, and comes again
        }
        for (int i = 0; i < tasks; i++) {
          Delivery result = master.queue("results").take();
          assertThat(master.begin().acknowledge(result).commit()).isTrue();
          done.add(result.number());
        }
        assertThat(done)
            .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, tasks).boxed().toList());
        assertThat(master.queue("results").take(NOT_YET)).isEmpty();
        assertThat(worker.queue("tasks").take(NOT_YET)).isEmpty();
        assertThat(stranger.queue("tasks").take(NOT_YET)).isEmpty();
      }
    }
  }

  @Test
  void scenariosWaitUntilTheirBrokerIsRestartedLoseNothingAndDoNotMeet() throws Exception {
    try (ExternalBroker there = ExternalBroker.start(ExternalBroker.Kind.CLASSIC, folder)) {
      List<Process> masters = new ArrayList<>();
      List<BufferedReader> said = new ArrayList<>();
      for (ProgramLanguage language : ProgramLanguage.values()) {
        List<String> command = command(language, "tasks=6", "work=0.05", "fault=restart");
        command.add("broker=" + there.address());
        Process master = new ProcessBuilder(command).redirectErrorStream(true).start();
        masters.add(master);
        said.add(master.inputReader(StandardCharsets.UTF_8));
      }
      List<List<String>> lines = new ArrayList<>();
      for (BufferedReader each : said) {
        lines.add(new ArrayList<>(linesUpTo("Restart the broker now", each)));
      }
      there.restart();
      for (int i = 0; i < masters.size(); i++) {
        lines.get(i).addAll(linesUpTo("Master exit.", said.get(i)));
        assertThat(masters.get(i).waitFor()).as(String.join("\n", lines.get(i))).isZero();
        assertThat(lines.get(i)).contains("The broker is back.");
        assertThat(lines.get(i))
            .filteredOn(it -> it.startsWith("Result: "))
            .containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(2, 7)
                    .mapToObj(n -> "Result: " + n + " * " + n + " = " + n * n)
                    .toList());
      }
    }
  }

  /** What is said up to the line that begins so, or to the end. */
  private static List<String> linesUpTo(String last, BufferedReader from) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = from.readLine();
    while (line != null) {
      lines.add(line);
      line = line.startsWith(last) ? null : from.readLine();
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void anEmbeddedBrokerSaysWhyItIsNotRestarted(ProgramLanguage language) throws Exception {
    Process master =
        new ProcessBuilder(command(language, "fault=restart")).redirectErrorStream(true).start();
    assertThat(new String(master.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("keeps its queues in memory", "broker=…");
    assertThat(master.waitFor()).isEqualTo(2);
  }

  private static List<String> command(ProgramLanguage language, String... arguments) {
    if (language == ProgramLanguage.JAVA) {
      return ChildJvm.command(DistributedProcesses.class, arguments);
    }
    Optional<Interpreter> python =
        Program.PYTHONS.all(Path.of("").toAbsolutePath()).stream().findFirst();
    assumeTrue(python.isPresent(), "there is no Python on this machine");
    List<String> command = new ArrayList<>();
    command.add("env");
    command.add("PYTHONPATH=src/main/resources/interleave/scenario/python");
    command.add(python.get().path().toString());
    command.add(
        "src/main/resources/interleave/scenario/lessons/distributed-processes/distributed_processes.py");
    command.add("way=broker");
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean work(BrokerClient worker) {
    Delivery task = worker.queue("tasks").take();
    BrokerQueue results = worker.queue("results");
    return worker.begin().acknowledge(task).put(results, task.number(), task.text()).commit();
  }
}
