package interleave.process;

import interleave.process.value.RefusedBytesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a queue's server, as the server has it. Never waits: what cannot be sent yet is
 * kept. Server's thread only.
 */
final class QueuePeer {
  private static final int FIRST_ROOM = 4096;
  private static final int MUCH_ROOM = 1 << 20;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Deque<ByteBuffer> toSend = new ArrayDeque<>();
  private ByteBuffer arrived = ByteBuffer.allocate(FIRST_ROOM);
  private boolean greeted;
  private boolean leaving;
  private boolean broken;

  QueuePeer(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Whether the other side has gone, or cannot be talked to any more. */
  boolean broken() {
    return broken;
  }

  boolean greeted() {
    return greeted;
  }

  void greet() {
    greeted = true;
  }

  /** Takes in what has arrived. */
  void read() {
    try {
      int more;
      do {
        if (!arrived.hasRemaining()) {
          arrived =
              ByteBuffer.allocate(
                      Math.min(arrived.capacity() * 2, MessageFrame.LARGEST + Integer.BYTES))
                  .put(arrived.flip());
        }
        more = channel.read(arrived);
      } while (more > 0 && !arrived.hasRemaining() && arrived.capacity() < MessageFrame.LARGEST);
      broken |= more < 0;
    } catch (IOException e) {
      broken = true;
    }
  }

  /** The next frame that has arrived whole. */
  @Nullable MessageFrame next() throws RefusedBytesException {
    if (leaving) {
      return null;
    }
    arrived.flip();
    try {
      return MessageFrame.take(arrived);
    } finally {
      arrived.compact();
      if (arrived.position() == 0 && arrived.capacity() > MUCH_ROOM) {
        arrived = ByteBuffer.allocate(FIRST_ROOM);
      }
    }
  }

  /** Sends a frame made by {@link MessageFrame#make}, now or when there is room. */
  void send(ByteBuffer frame) {
    toSend.add(frame.flip());
    flush();
  }

  /** Sends a last frame; then the connection ends. */
  void sendLast(ByteBuffer frame) {
    leaving = true;
    send(frame);
  }

  void flush() {
    try {
      while (!toSend.isEmpty()) {
        channel.write(toSend.element());
        if (toSend.element().hasRemaining()) {
          break;
        }
        toSend.remove();
      }
      broken |= leaving && toSend.isEmpty();
      if (key.isValid()) {
        key.interestOps(
            toSend.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    } catch (IOException e) {
      broken = true;
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // it is gone in any case
    }
  }
}
