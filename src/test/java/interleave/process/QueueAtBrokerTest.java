package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.BesideOthers;
import interleave.process.broker.Broker;
import interleave.process.broker.Relay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@link ProcessQueueTest} holds a queue to, where a broker keeps it. */
@BesideOthers
class QueueAtBrokerTest {
  record Order(String what, int count) {}

  private static final String END = "end";
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration MOMENT = Duration.ofMillis(60);

  private static Broker broker;

  @BeforeAll
  static void start() {
    broker = Broker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static CompletableFuture<Object> getter(ProcessQueue<Object> queue) {
    CompletableFuture<Object> got = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                got.complete(queue.get());
              } catch (InterruptedException | RuntimeException e) {
                got.completeExceptionally(e);
              }
            });
    got.whenComplete((value, failure) -> thread.interrupt());
    thread.start();
    return got;
  }

  @Test
  void messagesComeOutInTheOrderInWhichTheyWentIn() throws Exception {
    try (ProcessQueue<Object> queue = ProcessQueue.unbounded(broker.address(), "q", Order.class)) {
      List<Object> values =
          List.of("A", 1, 2L, 0.5, true, new Order("tea", 2), List.of("x", 1), "茶\0\n");
      for (Object value : values) {
        queue.put(value);
      }
      ProcessQueue<Object> other = ProcessQueue.connect(queue.handle());
      assertThat(other.get()).isEqualTo("A");
      assertThat(queue.get()).isEqualTo(1);
      for (Object value : values.subList(2, values.size())) {
        assertThat(other.get()).isEqualTo(value);
      }
      assertThat(other.get(AT_ONCE)).isEmpty();
      other.close();
    }
  }

  @Test
  void putWaitsWhileTheQueueIsFull() throws Exception {
    try (ProcessQueue<Object> queue = ProcessQueue.bounded(broker.address(), "q", 2)) {
      ProcessQueue<Object> other = ProcessQueue.connect(queue.handle());
      assertThat(queue.put("A", AT_ONCE)).isTrue();
      assertThat(other.put("B", AT_ONCE)).isTrue();
      assertThat(queue.put("C", MOMENT)).isFalse();
      assertThat(other.get()).isEqualTo("A");
      assertThat(queue.put("D", AT_ONCE)).isTrue();
      assertThat(queue.put("E", AT_ONCE)).isFalse();
      assertThat(queue.get()).isEqualTo("B");
      assertThat(queue.get()).isEqualTo("D");
      other.close();
    }
  }

  @Test
  void anInterruptedGetTakesNothing() throws Exception {
    try (ProcessQueue<Object> queue = ProcessQueue.unbounded(broker.address(), "q")) {
      CompletableFuture<Object> got = new CompletableFuture<>();
      Thread getter =
          new Thread(
              () -> {
                try {
                  got.complete(queue.get());
                } catch (InterruptedException | RuntimeException e) {
                  got.completeExceptionally(e);
                }
              });
      getter.start();
      assertThat(queue.get(MOMENT)).isEmpty();
      getter.interrupt();
      assertThatThrownBy(got::join).hasCauseInstanceOf(InterruptedException.class);
      queue.put("A");
      assertThat(queue.get()).isEqualTo("A");
    }
  }

  @Test
  void whoeverWaitsAtAQueueThatIsClosedIsToldAtOnce() throws Exception {
    ProcessQueue<Object> queue = ProcessQueue.unbounded(broker.address(), "q");
    ProcessQueue<Object> other = ProcessQueue.connect(queue.handle());
    ProcessQueue<Object> third = ProcessQueue.connect(queue.handle());
    CompletableFuture<Object> waiting = getter(other);
    CompletableFuture<Object> waitingToo = getter(third);
    assertThat(queue.get(MOMENT)).isEmpty();
    queue.close();
    assertThatThrownBy(waiting::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(QueueClosedException.class);
    assertThatThrownBy(waitingToo::join).hasCauseInstanceOf(QueueClosedException.class);
    assertThatThrownBy(() -> other.put("A")).isInstanceOf(QueueClosedException.class);
    assertThatThrownBy(() -> queue.put("A")).isInstanceOf(QueueClosedException.class);
  }

  @Test
  void whoOnlyWaitedWhenTheConnectionWasCutGetsWhatIsPutWhenItIsMended() throws Exception {
    try (Relay relay = new Relay(broker.address());
        ProcessQueue<Object> queue = ProcessQueue.unbounded(relay.address(), "q")) {
      queue.put("before");
      assertThat(queue.get()).isEqualTo("before");
      ProcessQueue<Object> other = ProcessQueue.connect(queue.handle());
      CompletableFuture<Object> waiting = getter(other);
      assertThat(queue.get(MOMENT)).isEmpty();
      relay.cut();
      assertThat(waiting).isNotDone();
      relay.mend();
      assertThat(queue.get(Duration.ofMillis(150))).isEmpty();
      queue.put("A");
      assertThat(waiting.get()).isEqualTo("A");
      other.close();
    }
  }

  record Unknown(int number) {}

  @Test
  void whatCannotTravelIsRefusedWhereItIsPut() throws Exception {
    try (ProcessQueue<Object> queue = ProcessQueue.unbounded(broker.address(), "q", Order.class)) {
      assertThatThrownBy(() -> queue.put(new Object())).hasMessageContaining("cannot travel");
      assertThatThrownBy(() -> queue.put(new Unknown(1)))
          .hasMessageContaining("not among those allowed");
      assertThatThrownBy(() -> queue.put(new byte[1 << 20])).hasMessageContaining("1 MiB");
      byte[] large = new byte[(1 << 20) - 5000];
      new Random(1).nextBytes(large);
      queue.put(large);
      assertThat((byte[]) queue.get()).isEqualTo(large);
    }
  }

  static void produce(ProcessQueue<Object> queue, String name, int count)
      throws InterruptedException {
    for (int number = 0; number < count; number++) {
      queue.put(List.of(name, number));
    }
  }

  /** Passes everything on until its end, with its own name. */
  static void consume(ProcessQueue<Object> queue, ProcessQueue<Object> got, String name)
      throws InterruptedException {
    while (queue.get() instanceof List<?> item) {
      got.put(List.of(name, item.get(0), item.get(1)));
    }
    got.put(END);
  }

  static void waitForEver(ProcessQueue<Object> queue) throws InterruptedException {
    queue.get();
  }

  @Test
  void everyMessageOfManyProducersReachesOneOfManyConsumers() throws Exception {
    int each = 60;
    try (ProcessQueue<Object> queue = ProcessQueue.bounded(broker.address(), "q", 5);
        ProcessQueue<Object> got = ProcessQueue.unbounded(broker.address(), "got")) {
      ChildProcess waits =
          ChildProcess.of(QueueAtBrokerTest.class, "waitForEver", queue).daemon().start();
      assertThat(waits.join(MOMENT)).isFalse();
      waits.kill();
      waits.join();
      for (String name : List.of("P1", "P2")) {
        ChildProcess.of(QueueAtBrokerTest.class, "produce", queue, name, each).daemon().start();
      }
      for (String name : List.of("C1", "C2")) {
        ChildProcess.of(QueueAtBrokerTest.class, "consume", queue, got, name).daemon().start();
      }
      Map<String, List<Integer>> numbers = new HashMap<>();
      for (int i = 0; i < 2 * each; i++) {
        List<?> item = (List<?>) got.get();
        numbers
            .computeIfAbsent((String) item.get(1), _ -> new ArrayList<>())
            .add((Integer) item.get(2));
      }
      queue.put(END);
      queue.put(END);
      assertThat(List.of(got.get(), got.get())).containsOnly(END);
      for (String name : List.of("P1", "P2")) {
        assertThat(numbers.get(name)).hasSize(each).doesNotHaveDuplicates();
      }
      assertThat(queue.get(MOMENT)).isEmpty();
    }
  }

  /** Makes a queue at that broker, and waits. */
  static void makeAndWait(ProcessQueue<String> tell, String broker) throws Exception {
    tell.put(ProcessQueue.unbounded(Path.of(broker), "of a child").handle());
    Thread.sleep(Duration.ofHours(1));
  }

  @Test
  void aQueueEndsWithItsMakerHoweverThatEnds() throws Exception {
    try (ProcessQueue<String> handles = ProcessQueue.unbounded("handles")) {
      ChildProcess maker =
          ChildProcess.of(
                  QueueAtBrokerTest.class, "makeAndWait", handles, broker.address().toString())
              .daemon()
              .start();
      ProcessQueue<Object> queue = ProcessQueue.connect(handles.get());
      queue.put("A");
      assertThat(queue.get()).isEqualTo("A");
      CompletableFuture<Object> waiting = getter(queue);
      maker.kill();
      assertThatThrownBy(waiting::join).hasCauseInstanceOf(QueueClosedException.class);
    }
  }

  @Test
  void aHandleIsOfNoUseWithoutTheAddressAndDoesNotSayIt() throws Exception {
    try (ProcessQueue<Object> queue = ProcessQueue.unbounded(broker.address(), "q")) {
      String key = interleave.process.broker.BrokerAddress.read(broker.address()).key();
      assertThat(queue.handle()).doesNotContain(key);
      String other = queue.handle().replaceFirst("%3A[0-9a-f]+%3A", "%3A1%3A");
      assertThat(other).isNotEqualTo(queue.handle());
      assertThatThrownBy(() -> ProcessQueue.connect(other))
          .isInstanceOf(QueueClosedException.class)
          .hasMessageContaining("no address");
    }
  }
}
