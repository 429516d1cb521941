package interleave.exchange.perfetto;

import java.util.Arrays;

/** Numbers, one after the other. */
final class LongList {
  private long[] numbers = new long[16];
  private int size;

  void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  long get(int index) {
    return numbers[index];
  }

  void set(int index, long number) {
    numbers[index] = number;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  /** Takes over what another has. */
  void copy(LongList other) {
    size = 0;
    for (int i = 0; i < other.size; i++) {
      add(other.numbers[i]);
    }
  }
}
