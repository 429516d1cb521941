package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.process.value.ValueWriter;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessQueueTest {
  record Order(String what, int count) {}

  private static final Duration AT_ONCE = Duration.ZERO;

  private ProcessQueue<Object> queue = ProcessQueue.unbounded("q", Order.class);

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void messagesComeOutInTheOrderInWhichTheyWentIn() throws Exception {
    List<Object> values = List.of("A", 1, 2L, 0.5, true, new Order("tea", 2), List.of("x", 1));
    for (Object value : values) {
      queue.put(value);
    }
    ProcessQueue<Object> other = ProcessQueue.connect(queue.handle());
    for (Object value : values) {
      assertThat(other.get()).isEqualTo(value);
    }
    assertThat(other.get(AT_ONCE)).isEmpty();
  }

  /** What has such a name is not shown among a program's threads, nor sought for its end. */
  @Test
  void theThreadThatServesAQueueIsNamedAsOneOfOurs() {
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().endsWith("queue q"))
        .isNotEmpty()
        .allMatch(thread -> thread.getName().startsWith("interleave ") && thread.isDaemon());
  }

  @Test
  void largeMessagesPassWhole() throws Exception {
    byte[] large = new byte[5_000_000];
    new Random(1).nextBytes(large);
    CompletableFuture<Object> got = inThread(queue::get);
    queue.put(large);
    assertThat((byte[]) got.get()).isEqualTo(large);
  }

  @Test
  void putWaitsWhileTheQueueIsFull() throws Exception {
    queue.close();
    queue = ProcessQueue.bounded("q", 2);
    assertThat(queue.put("A", AT_ONCE)).isTrue();
    assertThat(queue.put("B", AT_ONCE)).isTrue();
    assertThat(queue.put("C", Duration.ofMillis(20))).isFalse();
    CompletableFuture<Object> put =
        inThread(
            () -> {
              queue.put("D");
              return "done";
            });
    assertThat(put).isNotDone();
    assertThat(queue.get()).isEqualTo("A");
    assertThat(put.get()).isEqualTo("done");
    assertThat(queue.get()).isEqualTo("B");
    assertThat(queue.get()).isEqualTo("D");
  }

  @Test
  void getGivesUpAfterItsTime() throws Exception {
    long start = System.nanoTime();
    assertThat(queue.get(Duration.ofMillis(30))).isEmpty();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(30_000_000);
  }

  @Test
  void anInterruptedGetTakesNothing() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread getter =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    queue.get();
                  } catch (InterruptedException e) {
                    thrown.set(e);
                  }
                });
    Await.until("it waits", () -> getter.getState() == Thread.State.RUNNABLE && inGet(getter));
    getter.interrupt();
    getter.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    queue.put("A");
    assertThat(queue.get()).isEqualTo("A");
  }

  private static boolean inGet(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getMethodName().equals("receive")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aClosedQueueSaysSo() throws Exception {
    ProcessQueue<Object> other = ProcessQueue.connect(queue.handle());
    CompletableFuture<Object> waiting = inThread(other::get);
    other.put("A");
    assertThat(waiting.get()).isEqualTo("A");
    CompletableFuture<Object> again = inThread(other::get);
    queue.close();
    assertThatThrownBy(again::get)
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining("is gone");
    assertThatThrownBy(() -> other.put("B")).isInstanceOf(QueueClosedException.class);
    Await.until(
        "the socket is deleted", () -> !Files.exists(QueueHandle.parse(queue.handle()).socket()));
  }

  @Test
  void valuesThatCannotTravelAreRefusedWhereTheyArePut() {
    assertThatThrownBy(() -> queue.put(new Object())).hasMessageContaining("cannot travel");
    assertThatThrownBy(() -> queue.put(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> ProcessQueue.bounded("q", 0)).hasMessageContaining("at least one");
    assertThatThrownBy(() -> ProcessQueue.unbounded("q", String.class))
        .hasMessageContaining("not a record");
    assertThatThrownBy(() -> ProcessQueue.connect("nonsense"))
        .hasMessageContaining("not the handle");
  }

  record Unknown(int number) {}

  @Test
  void recordsThatWereNotNamedAreRefusedBeforeAnyoneGetsThem() throws Exception {
    assertThatThrownBy(() -> queue.put(new Unknown(1)))
        .hasMessageContaining("not among those allowed");
    queue.put("A");
    assertThat(queue.get()).isEqualTo("A");
  }

  @Test
  void whoDoesNotSpeakTheLanguageIsToldSo() throws Exception {
    assertThat(
            refusal(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))))
        .contains("A frame of 1195725856 bytes is refused");
    assertThat(refusal(MessageFrame.make(QueueFrames.GET, 8).putLong(-1)))
        .contains("does not speak its language");
    assertThat(refusal(hello(), MessageFrame.make(QueueFrames.PUT, 9).putLong(-1).put((byte) 99)))
        .contains("no kind of value");
    assertThat(refusal(hello(), MessageFrame.make(QueueFrames.PUT, 2).putShort((short) 1)))
        .contains("where a number should be");
    assertThat(refusal(hello(), MessageFrame.make(QueueFrames.GOT, 8).putLong(1)))
        .contains("not been handed over");
    assertThat(refusal(hello(), MessageFrame.make((byte) 77, 0))).contains("no request 77");
    ByteBuffer get = MessageFrame.make(QueueFrames.GET, 8).putLong(-1);
    assertThat(refusal(hello(), get, MessageFrame.make(QueueFrames.GET, 8).putLong(-1)))
        .contains("second request");
    queue.put("A");
    assertThat(queue.get()).isEqualTo("A");
  }

  @Test
  void garbageHarmsNobodyElse() throws Exception {
    Random random = new Random(7);
    queue.put("A");
    for (int peer = 0; peer < 100; peer++) {
      try (SocketChannel channel = connect()) {
        if (peer % 2 == 0) {
          MessageFrame.send(channel, hello());
        }
        byte[] garbage = new byte[random.nextInt(200)];
        random.nextBytes(garbage);
        channel.write(ByteBuffer.wrap(garbage));
      } catch (IOException e) {
        // the server may have closed it by then
      }
    }
    queue.put("B");
    assertThat(queue.get()).isEqualTo("A");
    assertThat(queue.get()).isEqualTo("B");
  }

  @Test
  void aFrameThatEndsInTheMiddlePutsNothing() throws Exception {
    try (SocketChannel channel = connect()) {
      MessageFrame.send(channel, hello());
      byte[] value = ValueWriter.encode("a message that will not arrive");
      ByteBuffer frame =
          MessageFrame.make(QueueFrames.PUT, 8 + value.length).putLong(-1).put(value).flip();
      channel.write(frame.limit(frame.limit() - 1));
    }
    assertThat(queue.get(Duration.ofMillis(50))).isEmpty();
  }

  @Test
  void aMessageThatWasNotAcknowledgedGoesToTheNext() throws Exception {
    queue.put("A");
    queue.put("B");
    try (SocketChannel channel = connect()) {
      MessageFrame.send(channel, hello());
      MessageFrame.send(channel, MessageFrame.make(QueueFrames.GET, 8).putLong(-1));
      assertThat(MessageFrame.receive(channel).type()).isEqualTo(QueueFrames.MESSAGE);
    }
    List<Object> got = new ArrayList<>(List.of(queue.get()));
    got.add(queue.get());
    // B may be handed out before the server has seen that A came back.
    assertThat(got).containsExactlyInAnyOrder("A", "B");
  }

  private static ByteBuffer hello() {
    return MessageFrame.make(QueueFrames.HELLO, 8).putLong(QueueFrames.MAGIC);
  }

  private SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(QueueHandle.parse(queue.handle()).socket()));
    return channel;
  }

  /** What the server says to these bytes before it closes the connection. */
  private String refusal(ByteBuffer... frames) throws IOException {
    try (SocketChannel channel = connect()) {
      for (ByteBuffer frame : frames) {
        if (frame.position() == 0) {
          channel.write(frame);
        } else {
          MessageFrame.send(channel, frame);
        }
      }
      MessageFrame answer = MessageFrame.receive(channel);
      assertThat(answer.type()).isEqualTo(QueueFrames.REFUSED);
      assertThatThrownBy(() -> MessageFrame.receive(channel)).isInstanceOf(EOFException.class);
      return StandardCharsets.UTF_8.decode(answer.rest()).toString();
    }
  }

  private interface Call {
    Object call() throws Exception;
  }

  private static CompletableFuture<Object> inThread(Call call) {
    CompletableFuture<Object> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                result.complete(call.call());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }
}
