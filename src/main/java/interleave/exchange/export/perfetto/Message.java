package interleave.exchange.export.perfetto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a message of the wire format that protocol buffers have, with messages within it. */
final class Message {
  private static final int BYTES = 2;
  private static final int FIXED64 = 1;
  private static final int DEEPEST = 8;

  private byte[] bytes = new byte[1 << 10];
  private int size;
  private final int[] open = new int[DEEPEST];
  private int depth;

  void clear() {
    size = 0;
    depth = 0;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  Message number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  Message fixed(int field, long value) {
    varint(field << 3 | FIXED64);
    room(Long.BYTES);
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[size++] = (byte) (value >>> 8 * i);
    }
    return this;
  }

  Message real(int field, double value) {
    return fixed(field, Double.doubleToRawLongBits(value));
  }

  Message text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(field << 3 | BYTES);
    varint(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  /** What follows up to {@link #end} is a message of its own within this one. */
  Message begin(int field) {
    varint(field << 3 | BYTES);
    open[depth++] = size;
    return this;
  }

  /** Puts the length before what was written since it began. */
  Message end() {
    int from = open[--depth];
    int length = size - from;
    int head = 1;
    for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
      head++;
    }
    room(head);
    System.arraycopy(bytes, from, bytes, from + head, length);
    size = from;
    varint(length);
    size += length;
    return this;
  }

  private void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
