package interleave.exchange.perfetto.zstd;

/** Bits from the lowest of the first byte on. */
final class ForwardBits {
  private final byte[] bytes;
  private final int to;
  private long at;

  ForwardBits(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    at = (long) from * Byte.SIZE;
  }

  /** The next bits, which are not taken; behind the last come zeros. */
  int peek(int count) {
    long value = 0;
    int first = (int) (at / Byte.SIZE);
    for (int i = 0; i < Integer.BYTES; i++) {
      value |= first + i < to ? (bytes[first + i] & 0xFFL) << i * Byte.SIZE : 0;
    }
    return (int) (value >>> at % Byte.SIZE & (1L << count) - 1);
  }

  void skip(int count) {
    at += count;
    if (at > (long) to * Byte.SIZE) {
      throw new IndexOutOfBoundsException("bits");
    }
  }

  int take(int count) {
    int value = peek(count);
    skip(count);
    return value;
  }

  /** The first byte of which nothing was taken. */
  int end() {
    return (int) ((at + Byte.SIZE - 1) / Byte.SIZE);
  }
}
