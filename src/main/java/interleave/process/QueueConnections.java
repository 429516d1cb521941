package interleave.process;

import interleave.process.value.RefusedBytesException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The connections of this process to a queue's server. A thread takes a free one for each request,
 * or opens another, so threads do not wait for each other. An interrupted thread's connection is
 * closed; that takes back its request.
 */
final class QueueConnections implements QueueStore {
  private final UnixDomainSocketAddress server;
  private final ConcurrentLinkedDeque<SocketChannel> free = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  QueueConnections(Path socket) {
    server = UnixDomainSocketAddress.of(socket);
  }

  @Override
  public @Nullable Entered put(byte[] value, long longest)
      throws IOException, InterruptedException {
    MessageFrame answer =
        ask(
            MessageFrame.make(QueueFrames.PUT, Long.BYTES + value.length)
                .putLong(longest)
                .put(value));
    return answer.type() == QueueFrames.TIMED_OUT
        ? null
        : new Entered(answer.nextLong(), answer.nextLong());
  }

  @Override
  public @Nullable Left get(long longest) throws IOException, InterruptedException {
    MessageFrame answer = ask(MessageFrame.make(QueueFrames.GET, Long.BYTES).putLong(longest));
    if (answer.type() == QueueFrames.TIMED_OUT) {
      return null;
    }
    long id = answer.nextLong();
    answer.nextLong();
    return new Left(id, answer.rest().slice());
  }

  /** Sends a request and waits for the answer; a message is acknowledged as soon as it is here. */
  private MessageFrame ask(ByteBuffer request) throws IOException, InterruptedException {
    SocketChannel channel = free.poll();
    try {
      if (channel == null) {
        channel = open();
      }
      MessageFrame answer = exchange(channel, request);
      free.push(channel);
      if (closed) {
        close();
      }
      return answer;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted(); // the exception says it from here on
      throw new InterruptedException("interrupted at a queue");
    } catch (IOException e) {
      FastExit.hold(e);
      ParentWatch.look();
      discard(channel);
      throw e;
    } catch (RuntimeException e) {
      discard(channel);
      throw e;
    }
  }

  private static void discard(@Nullable SocketChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private SocketChannel open() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(server);
      MessageFrame.send(
          channel, MessageFrame.make(QueueFrames.HELLO, Long.BYTES).putLong(QueueFrames.MAGIC));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static MessageFrame exchange(SocketChannel channel, ByteBuffer request)
      throws IOException {
    MessageFrame.send(channel, request);
    MessageFrame answer = MessageFrame.await(channel);
    if (answer.type() == QueueFrames.REFUSED) {
      throw new RefusedBytesException(StandardCharsets.UTF_8.decode(answer.rest()).toString());
    }
    if (answer.type() == QueueFrames.MESSAGE) {
      long id = answer.rest().getLong(answer.rest().position());
      MessageFrame.send(channel, MessageFrame.make(QueueFrames.GOT, Long.BYTES).putLong(id));
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
