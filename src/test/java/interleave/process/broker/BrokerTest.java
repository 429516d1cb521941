package interleave.process.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import interleave.BesideOthers;
import interleave.event.ChildJvm;
import interleave.event.Recorder;
import interleave.process.ChildProcess;
import interleave.process.broker.RefusedConnectionException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real broker, and what its queues hold in the end. */
@BesideOthers
class BrokerTest {
  private static final Duration NOT_YET = Duration.ofMillis(300);

  /** A worker that says of each task that it is done, until there are none any more. */
  static void work(String address) throws IOException {
    try (BrokerClient broker = BrokerClient.connect(Path.of(address))) {
      BrokerQueue results = broker.queue("results");
      while (true) {
        Delivery task = broker.queue("tasks").take();
        broker.begin().acknowledge(task).put(results, task.number(), task.text()).commit();
      }
    } catch (BrokerGoneException e) {
      // the test is over
    }
  }

  /** A master that makes a broker and waits for its own end. */
  static final class Master {
    public static void main(String[] args) throws InterruptedException {
      Broker broker = Broker.start();
      ChildProcess.of(BrokerTest.class, "work", broker.address().toString()).start();
      System.out.println(broker.address());
      Thread.currentThread().join();
    }
  }

  @Test
  void underRandomKillsOfWorkersNoTaskIsLostAndNoneIsDoneTwice() throws Exception {
    Random random = new Random(12);
    int tasks = 600;
    List<Long> done = new ArrayList<>();
    try (Broker broker = Broker.start();
        BrokerClient master = BrokerClient.connect(broker.address())) {
      List<ChildProcess> workers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        workers.add(worker(broker));
      }
      for (int i = 0; i < tasks; i++) {
        master.queue("tasks").put("task " + i);
      }
      int kills = 0;
      while (done.size() < tasks) {
        Delivery result = master.queue("results").take();
        master.begin().acknowledge(result).commit();
        done.add(result.number());
        if (random.nextInt(60) == 0 && done.size() < tasks - 50) {
          workers.remove(random.nextInt(workers.size())).kill();
          workers.add(worker(broker));
          kills++;
        }
      }
      assertThat(kills).isPositive();
      assertThat(done)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, tasks).boxed().toList());
      assertThat(master.queue("results").take(NOT_YET)).isEmpty();
      workers.forEach(ChildProcess::kill);
      assertThat(master.queue("tasks").take(NOT_YET)).isEmpty();
    }
  }

  private static ChildProcess worker(Broker broker) {
    return ChildProcess.of(BrokerTest.class, "work", broker.address().toString()).daemon().start();
  }

  @Test
  void whatWasTakenAndNotAcknowledgedIsGivenToSomebodyElseAndCounted() throws Exception {
    try (Broker broker = Broker.start();
        BrokerClient one = BrokerClient.connect(broker.address());
        BrokerClient other = BrokerClient.connect(broker.address())) {
      one.queue("q").put("A");
      Delivery first = one.queue("q").take();
      assertThat(first.deliveries()).isEqualTo(1);
      assertThat(other.queue("q").take(NOT_YET)).isEmpty();
      one.close();
      Delivery second = other.queue("q").take();
      assertThat(second.text()).isEqualTo("A");
      assertThat(second.number()).isEqualTo(first.number());
      assertThat(second.deliveries()).isEqualTo(2);
      assertThat(other.begin().putBack(second).commit()).isTrue();
      Delivery third = other.queue("q").take();
      assertThat(third.deliveries()).isEqualTo(3);
      assertThat(other.begin().acknowledge(third).commit()).isTrue();
      assertThat(other.queue("q").take(NOT_YET)).isEmpty();
    }
  }

  @Test
  void aTransactionThatIsNotCommittedHasDoneNothing() throws Exception {
    try (Broker broker = Broker.start();
        BrokerClient one = BrokerClient.connect(broker.address());
        BrokerClient other = BrokerClient.connect(broker.address())) {
      one.queue("tasks").put("A");
      Delivery task = one.queue("tasks").take();
      one.begin().acknowledge(task).put(one.queue("results"), 1, "done");
      assertThat(other.queue("results").take(NOT_YET)).isEmpty();
      one.close();
      assertThat(other.queue("tasks").take().text()).isEqualTo("A");
    }
  }

  @Test
  void whoHasNoKeyOrSendsNoFramesIsSentAwayAndHarmsNobody() throws Exception {
    try (Broker broker = Broker.start();
        BrokerClient client = BrokerClient.connect(broker.address())) {
      BrokerAddress address = BrokerAddress.read(broker.address());
      BrokerAddress guess = BrokerAddress.local(address.port(), "a guess");
      assertThatExceptionOfType(RefusedConnectionException.class)
          .isThrownBy(() -> StompConnection.open(guess))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY))
          .satisfies(
              refused -> assertThat(refused.getMessage()).endsWith(".").doesNotEndWith(".."));
      try (Socket socket = new Socket(BrokerAddress.HOST, address.port())) {
        socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> client.queue("q").put("x".repeat(StompParser.LARGEST_BODY + 1)));
      client.queue("q").put("still there");
      assertThat(client.queue("q").take().text()).isEqualTo("still there");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyItsOwnerMayReadItsAddress() throws Exception {
    Broker broker = Broker.start();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(broker.address())))
        .isEqualTo("rw-------");
    broker.close();
    assertThat(broker.address()).doesNotExist();
  }

  /** The broker of a run that is recorded there, by itself. */
  private static Process recorded(Path recording) throws Exception {
    Path file = Files.createFile(recording.resolve("a"));
    List<String> command =
        new ArrayList<>(Broker.command(Path.of(System.getProperty("java.home"), "bin", "java")));
    command.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(Recorder.FOLDER_VARIABLE, recording.toString());
    Process broker = builder.start();
    Path left = recording.resolve(BrokerAddress.FILE);
    while (!Files.exists(left)) {
      assertThat(broker.waitFor(5, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(BrokerAddress.read(left)).isEqualTo(BrokerAddress.read(file));
    return broker;
  }

  @Test
  void theBrokerOfARecordedRunIsFoundByTheRecordingWhileItLives(@TempDir Path recording)
      throws Exception {
    Process broker = recorded(recording);
    Files.createFile(recording.resolve(BrokerAddress.GUESTS)); // for whom nobody asked it to stay
    broker.getOutputStream().close();
    broker.waitFor();
    assertThat(recording).isEmptyDirectory();
  }

  @Test
  void aBrokerThatIsAskedToEndTellsThoseFromElsewhereAndStaysUntilTheyAreGone(
      @TempDir Path recording) throws Exception {
    Process broker = recorded(recording);
    BrokerAddress address = BrokerAddress.read(recording.resolve(BrokerAddress.FILE));
    Path guests = Files.createFile(recording.resolve(BrokerAddress.GUESTS));
    CountDownLatch over = new CountDownLatch(1);
    try (BrokerClient guest = BrokerClient.connect(address)) {
      MakerToken.watch(address, MakerToken.RUN, over::countDown);
      try (OutputStream input = broker.getOutputStream()) {
        input.write('\n');
      }
      over.await();
      guest.queue("q").put("what was recorded");
      assertThat(guest.queue("q").take().text()).isEqualTo("what was recorded");
      assertThat(recording).isDirectoryNotContaining(it -> it.endsWith(BrokerAddress.FILE));
      Files.delete(guests);
      broker.waitFor();
      assertThat(recording).isEmptyDirectory();
    }
  }

  @Test
  void aClientWhoseBrokerHasEndedIsToldSo() throws Exception {
    Broker broker = Broker.start();
    try (BrokerClient client = BrokerClient.connect(broker.address())) {
      broker.close();
      assertThatExceptionOfType(BrokerGoneException.class)
          .isThrownBy(() -> client.queue("q").take());
    }
  }

  @Test
  void whenTheMasterIsKilledTheBrokerEndsAndTheWorkersToo() throws Exception {
    Process master = new ProcessBuilder(ChildJvm.command(Master.class)).start();
    try (BufferedReader lines = master.inputReader(StandardCharsets.UTF_8)) {
      Path address = Path.of(lines.readLine());
      List<ProcessHandle> children = master.descendants().toList();
      assertThat(children).hasSizeGreaterThanOrEqualTo(2);
      master.destroyForcibly().waitFor();
      for (ProcessHandle child : children) {
        child.onExit().get();
      }
      assertThat(address).doesNotExist();
    }
  }
}
