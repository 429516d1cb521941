package interleave.process.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.BesideOthers;
import interleave.engine.Interpreter;
import interleave.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Connections that break at the worst moments: what was asked is done once, whoever knows of it.
 */
@BesideOthers
class LostAnswersTest {
  private static final Duration NOT_YET = Duration.ofMillis(200);

  /** Loses a question now and then, or the answer to it, and the connection with it. */
  private static final class LossyRelay extends Relay {
    private final Random random = new Random(12);
    private int questions;
    private int answers;

    LossyRelay(Path file) throws IOException {
      super(file);
    }

    @Override
    protected synchronized boolean passes(boolean toBroker, byte[] piece, int count) {
      String text = new String(piece, 0, count, StandardCharsets.UTF_8);
      boolean lost =
          text.contains(toBroker ? "COMMIT" : "RECEIPT") && random.nextInt(toBroker ? 20 : 10) == 0;
      questions += lost && toBroker ? 1 : 0;
      answers += lost && !toBroker ? 1 : 0;
      return !lost;
    }
  }

  @Test
  void whatIsPutIsThereOnceWhetherTheQuestionWasLostOrTheAnswer() throws Exception {
    int count = 150;
    try (Broker broker = Broker.start();
        LossyRelay relay = new LossyRelay(broker.address());
        BrokerClient putter = BrokerClient.connect(relay.address());
        BrokerClient taker = BrokerClient.connect(broker.address())) {
      for (int i = 0; i < count; i++) {
        putter.queue("q").put("message " + i);
      }
      assertThat(relay.questions).isPositive();
      assertThat(relay.answers).isPositive();
      assertThat(all(taker))
          .containsExactlyElementsOf(
              IntStream.range(0, count).mapToObj(i -> "message " + i).toList());
    }
  }

  @Test
  void thatHoldsForPythonToo() throws Exception {
    Optional<Interpreter> python =
        Program.PYTHONS.all(Path.of("").toAbsolutePath()).stream().findFirst();
    assumeTrue(python.isPresent(), "there is no Python on this machine");
    String program =
        "import sys; sys.path.insert(0, sys.argv[1]); from broker_client import Client;"
            + " c = Client(sys.argv[2]); [c.put('q', n, str(n)) for n in range(1, 81)]; c.close()";
    try (Broker broker = Broker.start();
        LossyRelay relay = new LossyRelay(broker.address());
        BrokerClient taker = BrokerClient.connect(broker.address())) {
      assertThat(said(python.get(), program, relay.address())).isEmpty();
      assertThat(relay.questions).isPositive();
      assertThat(relay.answers).isPositive();
      assertThat(all(taker))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 80).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void whatTheBrokerWillNeverTakeIsNotSaidForEver() throws Exception {
    String tooLong = "q".repeat(11_000); // of a header it takes 10 KiB
    try (Broker broker = Broker.start();
        BrokerClient client = BrokerClient.connect(broker.address())) {
      assertThatThrownBy(() -> client.queue(tooLong).put("A"))
          .isInstanceOf(BrokerGoneException.class)
          .hasMessageContaining("header length");
    }
    try (Broker broker = Broker.start();
        BrokerClient client = BrokerClient.connect(broker.address())) {
      assertThatThrownBy(() -> client.queue(tooLong).take())
          .isInstanceOf(BrokerGoneException.class)
          .hasMessageContaining("header length");
    }
  }

  @Test
  void norBySomePythonProgram() throws Exception {
    Optional<Interpreter> python =
        Program.PYTHONS.all(Path.of("").toAbsolutePath()).stream().findFirst();
    assumeTrue(python.isPresent(), "there is no Python on this machine");
    String program =
        "import sys; sys.path.insert(0, sys.argv[1]); from broker_client import BrokerGone,"
            + " Client\n"
            + "try: Client(sys.argv[2]).put('q' * 11_000, 1, 'A')\n"
            + "except BrokerGone as error: print(error)";
    try (Broker broker = Broker.start()) {
      assertThat(said(python.get(), program, broker.address())).contains("header length");
    }
  }

  private static String said(Interpreter python, String program, Path address) throws IOException {
    Process process =
        new ProcessBuilder(
                python.path().toString(),
                "-c",
                program,
                "src/main/resources/interleave/scenario/lessons/distributed-processes",
                address.toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<String> all(BrokerClient taker) {
    List<String> taken = new ArrayList<>();
    Optional<Delivery> next = taker.queue("q").take(NOT_YET);
    while (next.isPresent()) {
      taken.add(next.get().text());
      assertThat(taker.begin().acknowledge(next.get()).commit()).isTrue();
      next = taker.queue("q").take(NOT_YET);
    }
    return taken;
  }

  @Test
  void aWorkerThatIsCutOffComesBackAndWhatItHadTakenIsDoneOnce() throws Exception {
    try (Broker broker = Broker.start();
        Relay relay = new Relay(broker.address());
        BrokerClient master = BrokerClient.connect(broker.address());
        BrokerClient worker = BrokerClient.connect(relay.address())) {
      master.queue("tasks").put("A");
      Delivery first = worker.queue("tasks").take();
      relay.cut();
      Delivery others = master.queue("tasks").take();
      assertThat(List.of(others.text(), others.deliveries())).containsExactly("A", 2);
      Thread mending = Thread.startVirtualThread(relay::mend);
      assertThat(worker.begin().acknowledge(first).put(worker.queue("results"), 1, "a").commit())
          .isFalse();
      mending.join();
      assertThat(worker.begin().acknowledge(first).put(worker.queue("results"), 1, "a").commit())
          .isFalse();
      assertThat(master.begin().acknowledge(others).put(master.queue("results"), 1, "b").commit())
          .isTrue();
      assertThat(worker.queue("results").take().text()).isEqualTo("b");
      assertThat(worker.queue("results").take(NOT_YET)).isEmpty();
      assertThat(worker.queue("tasks").take(NOT_YET)).isEmpty();
    }
  }
}
