package interleave.timeline.column;

import java.util.Arrays;

/** A few numbers. */
public final class IntBag {
  private int[] values = new int[4];
  private int size;

  public int size() {
    return size;
  }

  public int get(int i) {
    return values[i];
  }

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  public void set(int i, int value) {
    values[i] = value;
  }

  /** Keeps only the first {@code count}. */
  public void truncate(int count) {
    size = count;
  }

  public void clear() {
    size = 0;
  }

  public int remove(int i) {
    int value = values[i];
    System.arraycopy(values, i + 1, values, i, --size - i);
    return value;
  }
}
