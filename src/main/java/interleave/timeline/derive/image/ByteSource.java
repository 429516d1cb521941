package interleave.timeline.derive.image;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} wrote. */
final class ByteSource {
  private static final int MORE = 0x80;
  private static final int SEVEN = 7;

  private final ByteBuffer in;

  ByteSource(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  long number() throws IOException {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  long unsigned() throws IOException {
    try {
      long value = 0;
      for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
        byte next = in.get();
        value |= (long) (next & MORE - 1) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new UnfitImage("no number");
    } catch (BufferUnderflowException e) {
      throw ended(e);
    }
  }

  /** How many follow, each of at least a byte; no more than there can be. */
  int count() throws IOException {
    long count = unsigned();
    if (count < 0 || count > in.remaining()) {
      throw new UnfitImage("too many");
    }
    return (int) count;
  }

  int index(int size) throws IOException {
    long index = unsigned();
    if (index < 0 || index >= size) {
      throw new UnfitImage("out of range");
    }
    return (int) index;
  }

  double real() throws IOException {
    try {
      return Double.longBitsToDouble(in.getLong());
    } catch (BufferUnderflowException e) {
      throw ended(e);
    }
  }

  String text() throws IOException {
    byte[] utf8 = new byte[count()];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static UnfitImage ended(BufferUnderflowException e) {
    return new UnfitImage("ends early", e);
  }
}
