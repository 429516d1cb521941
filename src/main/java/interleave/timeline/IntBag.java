package interleave.timeline;

import java.util.Arrays;

/** A few numbers. */
final class IntBag {
  private int[] values = new int[4];
  private int size;

  int size() {
    return size;
  }

  int get(int i) {
    return values[i];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  void clear() {
    size = 0;
  }

  int remove(int i) {
    int value = values[i];
    System.arraycopy(values, i + 1, values, i, --size - i);
    return value;
  }
}
