package interleave.remote;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ChildJvm;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real broker, a master, and a worker in a process of its own whose clock is another. */
class RemoteWorkersTest {
  private static final int TASKS = 40;
  private static final long HOUR = 3_600_000_000_000L;
  private static final Duration LONG = Duration.ofSeconds(60);

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
    System.clearProperty(RecordingShipper.CLOCK_PROPERTY);
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

  private Process start(Recording recording, Class<?> main) throws IOException {
    return ChildJvm.builder(recording, main, broker.address().toString()).start();
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
  @ValueSource(longs = {5 * HOUR, -5 * HOUR})
  void noMessageGoesBackByMoreThanTheClocksMayBeOff(long ahead) throws Exception {
    System.setProperty(RecordingShipper.CLOCK_PROPERTY, Long.toString(ahead));
    long unsent;
    try (RecordingReceiver receiver = RecordingReceiver.start(here);
        RecordingShipper shipper =
            RecordingShipper.start(there, BrokerAddress.read(broker.address()))) {
      Process master = start(here, Master.class);
      Process worker = start(there, Worker.class);
      assertThat(worker.waitFor()).isZero();
      assertThat(master.waitFor()).isZero();
      unsent = shipper.finish(LONG);
    }
    Timeline timeline = timeline();

    assertThat(unsent).isZero();
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
