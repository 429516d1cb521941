package interleave.exchange.perfetto.wire;

import java.util.Arrays;

/** Numbers, one after the other. */
public final class LongList {
  /**
   * No message of a tool's has so many numbers: a byte each, they would take eight times as much.
   */
  private static final int MOST = 1 << 22;

  private long[] numbers = new long[16];
  private int size;

  public void add(long number) {
    if (size == numbers.length) {
      if (size >= MOST) {
        throw new DamagedPacketException(0);
      }
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  public long get(int index) {
    return numbers[index];
  }

  public void set(int index, long number) {
    numbers[index] = number;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public void clear() {
    size = 0;
  }
}
