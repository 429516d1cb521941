package interleave.process;

import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * What processes say to each other over a socket: a 32-bit length, a byte for the type, and the
 * rest by type. Big endian; the length counts type and rest.
 *
 * @param rest what follows the type, from position to limit
 */
record MessageFrame(byte type, ByteBuffer rest) {
  /** No frame is longer: a value and a little around it. */
  static final int LARGEST = ValueWriter.LARGEST + 256;

  private static final int LENGTH = Integer.BYTES;

  /** A new frame's buffer with room for {@code rest} bytes to be put; {@link #send} sends it. */
  static ByteBuffer make(byte type, int rest) {
    return ByteBuffer.allocate(LENGTH + 1 + rest).putInt(1 + rest).put(type);
  }

  /** Sends a full buffer made by {@link #make}, waiting as long as it takes. */
  static void send(SocketChannel to, ByteBuffer frame) throws IOException {
    frame.flip();
    while (frame.hasRemaining()) {
      to.write(frame);
    }
  }

  /**
   * Waits for the next frame.
   *
   * @throws EOFException when the other side has gone, be it in mid-frame
   */
  static MessageFrame receive(SocketChannel from) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(LENGTH);
    fill(from, length);
    ByteBuffer content = ByteBuffer.allocate(checked(length.getInt()));
    fill(from, content);
    return new MessageFrame(content.get(), content);
  }

  /**
   * As {@link #receive}, for a wait that may be long and that is not to delay the end of this
   * process.
   */
  static MessageFrame await(SocketChannel from) throws IOException {
    FastExit.waitingFor(from);
    try {
      return receive(from);
    } finally {
      FastExit.notWaitingFor(from);
    }
  }

  private static void fill(SocketChannel from, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (from.read(buffer) < 0) {
        throw new EOFException("The other process has gone.");
      }
    }
    buffer.flip();
  }

  /** Takes the next whole frame out of what has arrived so far, or null when there is none yet. */
  static @Nullable MessageFrame take(ByteBuffer arrived) throws RefusedBytesException {
    if (arrived.remaining() < LENGTH) {
      return null;
    }
    int length = checked(arrived.getInt(arrived.position()));
    if (arrived.remaining() - LENGTH < length) {
      return null;
    }
    byte[] content = new byte[length];
    arrived.position(arrived.position() + LENGTH).get(content);
    return new MessageFrame(content[0], ByteBuffer.wrap(content, 1, length - 1).slice());
  }

  private static int checked(int length) throws RefusedBytesException {
    if (length < 1 || length > LARGEST) {
      throw new RefusedBytesException(
          "A frame of " + length + " bytes is refused; they have 1 to " + LARGEST + ".");
    }
    return length;
  }

  long nextLong() throws RefusedBytesException {
    if (rest.remaining() < Long.BYTES) {
      throw new RefusedBytesException(
          "A frame of type " + type + " ends where a number should be.");
    }
    return rest.getLong();
  }

  byte[] nextBytes() {
    byte[] bytes = new byte[rest.remaining()];
    rest.get(bytes);
    return bytes;
  }
}
