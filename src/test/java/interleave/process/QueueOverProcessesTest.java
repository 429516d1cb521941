package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recording;
import interleave.process.value.ValueWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class QueueOverProcessesTest {
  private static final String END = "end";

  record Item(String from, int number, byte[] weight) {}

  @TempDir Path folder;

  static void produce(ProcessQueue<Item> queue, String name, int count)
      throws InterruptedException {
    for (int number = 0; number < count; number++) {
      queue.put(new Item(name, number, new byte[number % 100]));
    }
  }

  /** Passes everything on until its end, with its own name. */
  static void consume(ProcessQueue<Object> queue, ProcessQueue<Object> got, String name)
      throws InterruptedException {
    while (queue.get() instanceof Item item) {
      got.put(List.of(name, item));
    }
    got.put(END);
  }

  @Test
  void everyMessageOfManyProducersReachesOneOfManyConsumersInOrder() throws Exception {
    int each = 150;
    try (ProcessQueue<Object> queue = ProcessQueue.bounded("q", 5, Item.class);
        ProcessQueue<Object> got = ProcessQueue.unbounded("got", Item.class)) {
      List<ChildProcess> producers = new ArrayList<>();
      for (String name : List.of("P1", "P2", "P3")) {
        producers.add(
            ChildProcess.of(QueueOverProcessesTest.class, "produce", queue, name, each).start());
      }
      for (String name : List.of("C1", "C2")) {
        ChildProcess.of(QueueOverProcessesTest.class, "consume", queue, got, name).start();
      }
      for (ChildProcess producer : producers) {
        producer.join();
        assertThat(producer.exitCode()).hasValue(0);
      }
      queue.put(END);
      queue.put(END);
      Map<String, List<Integer>> numbers = new HashMap<>();
      for (int ends = 0; ends < 2; ) {
        if (got.get() instanceof List<?> pair && pair.get(1) instanceof Item item) {
          assertThat(item.weight()).hasSize(item.number() % 100);
          numbers
              .computeIfAbsent(item.from() + pair.get(0), _ -> new ArrayList<>())
              .add(item.number());
        } else {
          ends++;
        }
      }
      // A consumer sees each producer's messages in order; both together see each exactly once.
      numbers.values().forEach(seen -> assertThat(seen).isSorted());
      for (String name : List.of("P1", "P2", "P3")) {
        List<Integer> all = new ArrayList<>(numbers.getOrDefault(name + "C1", List.of()));
        all.addAll(numbers.getOrDefault(name + "C2", List.of()));
        assertThat(all).hasSize(each).doesNotHaveDuplicates().allMatch(n -> n >= 0 && n < each);
      }
    }
  }

  static void getOnce(ProcessQueue<String> queue, String file) throws Exception {
    Files.createFile(Path.of(file));
    queue.get();
  }

  @Test
  void aConsumerThatIsKilledWhileItWaitsSwallowsNothing() throws Exception {
    try (ProcessQueue<String> queue = ProcessQueue.unbounded("q")) {
      Path begun = folder.resolve("begun");
      ChildProcess consumer =
          ChildProcess.of(QueueOverProcessesTest.class, "getOnce", queue, begun.toString()).start();
      Await.until("it waits", () -> Files.exists(begun));
      assertThat(consumer.join(Duration.ofMillis(50))).isFalse();
      consumer.kill();
      queue.put("A");
      consumer.join();
      assertThat(queue.get()).isEqualTo("A");
    }
  }

  /** Puts one message whole, and of a second all but the last byte; then it is killed. */
  static void putOneAndAHalf(ProcessQueue<String> queue) throws Exception {
    queue.put("whole");
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(QueueHandle.parse(queue.handle()).socket()));
      MessageFrame.send(
          channel, MessageFrame.make(QueueFrames.HELLO, Long.BYTES).putLong(QueueFrames.MAGIC));
      byte[] value = ValueWriter.encode("torn");
      ByteBuffer frame =
          MessageFrame.make(QueueFrames.PUT, Long.BYTES + value.length)
              .putLong(-1)
              .put(value)
              .flip();
      channel.write(frame.limit(frame.limit() - 1));
      Runtime.getRuntime().halt(1);
    }
  }

  @Test
  void aProducerThatDiesInMidMessageLeavesNothingTorn() throws Exception {
    try (ProcessQueue<String> queue = ProcessQueue.unbounded("q")) {
      ChildProcess.of(QueueOverProcessesTest.class, "putOneAndAHalf", queue).start().join();
      assertThat(queue.get()).isEqualTo("whole");
      assertThat(queue.get(Duration.ofMillis(50))).isEmpty();
    }
  }

  static void useTheQueueOfADeadProcess(ProcessQueue<String> queue) throws InterruptedException {
    try {
      queue.get();
    } catch (QueueClosedException e) {
      System.out.println(e.getMessage());
    }
  }

  /** Closes the queue while its child waits. */
  static final class Closer {
    public static void main(String[] args) throws Exception {
      ProcessQueue<String> queue = ProcessQueue.unbounded("q");
      ChildProcess child =
          ChildProcess.of(QueueOverProcessesTest.class, "useTheQueueOfADeadProcess", queue).start();
      child.join(Duration.ofMillis(20));
      queue.close();
      child.join();
    }
  }

  @Test
  void whoWaitsAtAQueueThatIsGoneIsToldSo() throws Exception {
    assertThat(Program.run(null, Closer.class))
        .containsExactly("The queue q is gone: the process that made it has ended or closed it.");
  }

  static void passOnForEver(ProcessQueue<String> queue, ProcessQueue<String> echo)
      throws InterruptedException {
    while (true) {
      echo.put(queue.get());
    }
  }

  /** Returns while a daemon child waits at its queue; uses the queue to the last. */
  static final class Leaving {
    public static void main(String[] args) throws Exception {
      ProcessQueue<String> queue = ProcessQueue.unbounded("q");
      ProcessQueue<String> echo = ProcessQueue.unbounded("echo");
      ChildProcess.of(QueueOverProcessesTest.class, "passOnForEver", queue, echo).daemon().start();
      queue.put("A");
      echo.get();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> sayLast(echo)));
    }

    private static void sayLast(ProcessQueue<String> echo) {
      try {
        echo.put("last");
        System.out.println(echo.get());
      } catch (InterruptedException e) {
        System.out.println(e);
      }
    }
  }

  @Test
  void aDaemonThatWaitsAtAQueueEndsWithItsParentWithoutAWord() throws Exception {
    assertThat(Program.run(null, Leaving.class)).containsExactly("last");
  }

  /** Two messages through a bounded queue, a third that nobody gets, and one get too many. */
  static final class RecordedQueue {
    public static void main(String[] args) throws Exception {
      ProcessQueue<String> queue = ProcessQueue.bounded("q", 2);
      ChildProcess writer =
          ChildProcess.of(QueueOverProcessesTest.class, "putThree", queue).start();
      queue.get();
      queue.get();
      writer.join();
      queue.get();
      queue.get(Duration.ofMillis(5));
      queue.put("D");
    }
  }

  static void putThree(ProcessQueue<String> queue) throws InterruptedException {
    for (String value : List.of("A", "B", "C")) {
      queue.put(value);
    }
  }

  @Test
  void whatHappensToMessagesIsRecordedWithTheSameIdsOnBothSides() throws Exception {
    Recording recording = Recording.create(64 << 20);
    try {
      Program.run(recording, RecordedQueue.class);
      RecordedEvents events = RecordedEvents.of(recording);
      List<Event> puts = events.of(EventKind.PUT);
      List<Event> gets = events.of(EventKind.GET);
      assertThat(puts).extracting(Event::text).containsExactly("A", "B", "C", "D");
      assertThat(puts).extracting(Event::value).containsExactly(1L, 2L, 3L, 4L);
      assertThat(gets).extracting(Event::text).containsExactly("A", "B", "C");
      assertThat(gets).extracting(Event::value).containsExactly(1L, 2L, 3L);
      for (int message = 0; message < 3; message++) {
        assertThat(gets.get(message).time()).isGreaterThan(puts.get(message).time());
        assertThat(gets.get(message).pid()).isNotEqualTo(puts.get(message).pid());
      }
      assertThat(events.of(EventKind.PUT_REQUEST)).hasSize(4);
      assertThat(events.of(EventKind.GET_REQUEST)).hasSize(4);
      assertThat(events.of(EventKind.GET_ABANDONED))
          .singleElement()
          .matches(e -> e.has(Flags.TIMED_OUT));
      assertThat(events.of(EventKind.QUEUE_CAPACITY)).singleElement().matches(e -> e.value() == 2);
      List<Event> definitions = events.of(EventKind.DEFINE_OBJECT);
      assertThat(definitions).hasSize(2).extracting(Event::value).doesNotContain(0L);
      assertThat(definitions.stream().map(Event::value).distinct()).hasSize(1);
      // Per thread, time never runs backwards.
      events.all().stream()
          .filter(e -> e.kind() == EventKind.PUT)
          .forEach(
              put -> assertThat(lastRequest(events, put).time()).isLessThanOrEqualTo(put.time()));
    } finally {
      recording.delete();
    }
  }

  private static Event lastRequest(RecordedEvents events, Event put) {
    return events.of(EventKind.PUT_REQUEST).stream()
        .filter(e -> e.pid() == put.pid() && e.time() <= put.time())
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
