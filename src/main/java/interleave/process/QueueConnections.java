package interleave.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The connections of this process to a queue's server. A thread takes a free one for each request,
 * or opens another, so threads do not wait for each other. An interrupted thread's connection is
 * closed; that takes back its request.
 */
final class QueueConnections implements AutoCloseable {
  private final QueueHandle handle;
  private final RecordTypes records;
  private final ConcurrentLinkedDeque<SocketChannel> free = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  QueueConnections(QueueHandle handle, RecordTypes records) {
    this.handle = handle;
    this.records = records;
  }

  /** A message that has arrived here and been acknowledged. */
  record Delivery(long id, long time, Object value) {}

  /** Sends a request and waits for the answer. */
  Frame ask(ByteBuffer request) throws IOException, InterruptedException {
    return talk(channel -> exchange(channel, request));
  }

  /** Waits for a message, at most {@code longest} ns; null then. */
  @Nullable Delivery get(long longest) throws IOException, InterruptedException {
    return talk(
        channel -> {
          Frame answer =
              exchange(channel, Frame.make(QueueFrames.GET, Long.BYTES).putLong(longest));
          if (answer.type() == QueueFrames.TIMED_OUT) {
            return null;
          }
          return accept(channel, answer);
        });
  }

  private Delivery accept(SocketChannel channel, Frame message) throws IOException {
    long id = message.nextLong();
    message.nextLong();
    // The time before it is acknowledged: recording the get may take a while.
    long time = System.nanoTime();
    Object value = null;
    RefusedBytesException refused = null;
    try {
      value = ValueReader.decode(message.rest().slice(), records);
    } catch (RefusedBytesException e) {
      refused = e;
    }
    // Also where it is of no use: else it would come back for ever.
    Frame.send(channel, Frame.make(QueueFrames.GOT, Long.BYTES).putLong(id));
    if (value == null) {
      throw refused != null ? refused : new RefusedBytesException("A message is nothing at all.");
    }
    return new Delivery(id, time, value);
  }

  private interface Talk<R extends @Nullable Object> {
    R with(SocketChannel channel) throws IOException;
  }

  private <R extends @Nullable Object> R talk(Talk<R> talk)
      throws IOException, InterruptedException {
    SocketChannel channel = free.poll();
    try {
      if (channel == null) {
        channel = open();
      }
      R result = talk.with(channel);
      if (closed) {
        channel.close();
      } else {
        free.push(channel);
      }
      return result;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted(); // the exception says it from here on
      throw new InterruptedException("interrupted at the queue " + handle.name());
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  private SocketChannel open() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(handle.socket()));
      Frame.send(channel, Frame.make(QueueFrames.HELLO, Long.BYTES).putLong(QueueFrames.MAGIC));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Frame exchange(SocketChannel channel, ByteBuffer request) throws IOException {
    Frame.send(channel, request);
    Frame answer = Frame.receive(channel);
    if (answer.type() == QueueFrames.REFUSED) {
      throw new RefusedBytesException(StandardCharsets.UTF_8.decode(answer.rest()).toString());
    }
    return answer;
  }

  @Override
  public void close() {
    closed = true;
    for (SocketChannel channel = free.poll(); channel != null; channel = free.poll()) {
      try {
        channel.close();
      } catch (IOException e) {
        // it is gone in any case
      }
    }
  }
}
