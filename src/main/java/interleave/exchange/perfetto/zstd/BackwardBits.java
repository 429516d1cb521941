package interleave.exchange.perfetto.zstd;

/**
 * Bits that were written forwards and are read from their end. Behind the last of them stands a
 * one; before the first there are as many zeros as are asked for.
 */
final class BackwardBits {
  private final byte[] bytes;
  private final int from;

  /** How many bits are left; below zero when more were taken than there are. */
  private long left;

  BackwardBits(byte[] bytes, int from, int to) {
    if (to <= from || bytes[to - 1] == 0) {
      throw new IndexOutOfBoundsException("no end mark");
    }
    this.bytes = bytes;
    this.from = from;
    left = (long) (to - from) * Byte.SIZE;
    left -= Integer.numberOfLeadingZeros(bytes[to - 1] & 0xFF) - (Integer.SIZE - Byte.SIZE) + 1;
  }

  long left() {
    return left;
  }

  /** The next bits, which are not taken; 32 at most. */
  long peek(int count) {
    long begin = left - count;
    long value = 0;
    long first = Math.floorDiv(begin, Byte.SIZE);
    long last = Math.floorDiv(left - 1, Byte.SIZE);
    for (long at = last; at >= first; at--) {
      value = value << Byte.SIZE | (at < 0 ? 0 : bytes[from + (int) at] & 0xFF);
    }
    return count == 0 ? 0 : value >>> begin - first * Byte.SIZE & (1L << count) - 1;
  }

  long take(int count) {
    long value = peek(count);
    left -= count;
    return value;
  }

  void skip(int count) {
    left -= count;
  }
}
