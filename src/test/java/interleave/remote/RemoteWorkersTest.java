package interleave.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.BesideOthers;
import interleave.event.ChildJvm;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.timeline.HostTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real broker, a master, and a worker in a process of its own whose clock is another. */
@BesideOthers
class RemoteWorkersTest {
  private static final int TASKS = 40;
  private static final long HOUR = 3_600_000_000_000L;
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path place;

  private Recording here;
  private Recording there;
  private Broker broker;

  @BeforeEach
  void begin() throws IOException {
    here = Recording.createIn(place, 64 << 20);
    there = Recording.createIn(place, 64 << 20);
    broker = Broker.start();
    BrokerAddress.read(broker.address()).write(here.folder().resolve(BrokerAddress.FILE));
  }

  @AfterEach
  void end() {
    broker.close();
    here.delete();
    there.delete();
  }

  static final class Master {
    public static void main(String[] args) throws IOException {
      try (BrokerClient client = BrokerClient.connect(Path.of(args[0]))) {
        BrokerQueue tasks = client.queue("tasks");
        for (int i = 1; i <= TASKS; i++) {
          tasks.put(i, "task " + i);
          Delivery result = client.queue("results").take();
          client.begin().acknowledge(result).commit();
        }
        tasks.put(TASKS + 1, "");
      }
    }
  }

  static final class Worker {
    public static void main(String[] args) throws IOException {
      try (BrokerClient client = BrokerClient.connect(Path.of(args[0]))) {
        while (true) {
          Delivery task = client.queue("tasks").take();
          if (task.text().isEmpty()) {
            client.begin().acknowledge(task).commit();
            return;
          }
          client
              .begin()
              .acknowledge(task)
              .put(client.queue("results"), task.number(), "done")
              .commit();
        }
      }
    }
  }

  /** What another machine does: a worker that is recorded, and what sends its recording. */
  static final class Elsewhere {
    public static void main(String[] args) throws IOException {
      BrokerAddress address = BrokerAddress.read(Path.of(args[0]));
      RecordingShipper shipper =
          RecordingShipper.start(Recording.open(Recorder.current().folder()), address);
      Worker.main(args);
      System.exit(shipper.finish(LONG) == 0 ? 0 : 3);
    }
  }

  /** How the clock there is another than here. */
  enum Clock {
    AHEAD("java", "-D" + RecordingShipper.CLOCK_PROPERTY + "=" + 5 * HOUR),
    BEHIND("java", "-D" + RecordingShipper.CLOCK_PROPERTY + "=" + -5 * HOUR),
    /** The system itself says another time; only root may have that, and only on Linux. */
    OF_ITS_OWN("unshare", "--fork", "--time", "--monotonic", "7200");

    private final List<String> words;

    Clock(String... words) {
      this.words = List.of(words);
    }

    List<String> command(List<String> java) {
      List<String> command = new ArrayList<>();
      if (this == OF_ITS_OWN) {
        command.addAll(words);
        command.addAll(java);
      } else {
        command.addAll(java);
        command.addAll(1, words.subList(1, words.size()));
      }
      return command;
    }

    boolean isThere() throws Exception {
      if (this != OF_ITS_OWN) {
        return true;
      }
      try {
        return new ProcessBuilder(command(List.of("true")))
                .redirectErrorStream(true)
                .start()
                .waitFor()
            == 0;
      } catch (IOException e) {
        return false; // no such program
      }
    }
  }

  private Process start(Recording recording, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(recording.environment());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private List<String> java(Class<?> main) {
    return ChildJvm.command(main, broker.address().toString());
  }

  private Timeline timeline() {
    TimelineStore store = new TimelineStore();
    try (RecordingReader reader = here.reader()) {
      reader.finish(store, store::upTo);
      assertThat(reader.problems()).isEmpty();
    }
    store.finish();
    return store.snapshot();
  }

  @ParameterizedTest
  @EnumSource
  void noMessageGoesBackByMoreThanTheClocksMayBeOff(Clock clock) throws Exception {
    assumeTrue(clock.isThere(), "nobody may make a time namespace here");
    try (RecordingReceiver _ = RecordingReceiver.start(here)) {
      Process master = start(here, java(Master.class));
      Process worker = start(there, clock.command(java(Elsewhere.class)));
      assertThat(worker.waitFor()).isZero();
      assertThat(master.waitFor()).isZero();
    }
    Timeline timeline = timeline();

    assertThat(timeline.problems()).isEmpty();
    assertThat(timeline.hosts()).hasSize(2);
    assertThat(timeline.now() - timeline.start()).isLessThan(HOUR);
    assertThat(timeline.queues()).extracting(QueueTrack::name).containsOnly("tasks", "results");
    int between = 0;
    for (QueueTrack queue : timeline.queues()) {
      assertThat(queue.messages()).isGreaterThanOrEqualTo(TASKS);
      assertThat(queue.gets()).isEqualTo(queue.puts());
      between += queue.messages();
      assertThat(IntStream.range(0, queue.messages()).mapToObj(queue::message))
          .allMatch(message -> message.get() - message.put() >= -off(timeline, message))
          .allMatch(message -> off(timeline, message) > 0);
    }
    assertThat(between).isEqualTo(2 * TASKS + 1);
  }

  private static long off(Timeline timeline, QueueTrack.Message message) {
    int from = timeline.lanes().get(message.fromLane()).process();
    int to = timeline.lanes().get(message.toLane()).process();
    return HostTrack.between(timeline, from, to, message.get());
  }

  @Test
  void whatCannotBeSentSinceNobodyTakesItIsTold() throws Exception {
    RecordingShipper shipper = RecordingShipper.start(there, BrokerAddress.read(broker.address()));
    RemoteRun.recorder(there).log();
    assertThat(shipper.finish(Duration.ofMillis(200))).isPositive();
  }
}
