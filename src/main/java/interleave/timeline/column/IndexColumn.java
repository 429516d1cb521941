package interleave.timeline.column;

import java.lang.invoke.VarHandle;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A growing list of indices that hands out lists of what it holds now, which never change. An index
 * takes four bytes, and is an object only while somebody looks at it.
 */
public final class IndexColumn {
  private int[] values = new int[4];
  private int size;

  public int size() {
    return size;
  }

  public void add(int value) {
    if (size == values.length) {
      int[] more = Arrays.copyOf(values, size * 2);
      VarHandle.releaseFence(); // a reader that finds it finds it complete
      values = more;
    }
    values[size++] = value;
  }

  public int get(int i) {
    return values[i];
  }

  public boolean contains(int value) {
    for (int i = 0; i < size; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** The indices up to now. */
  public List<Integer> view() {
    return new Prefix(values, size);
  }

  private static final class Prefix extends AbstractList<Integer> implements RandomAccess {
    private final int[] values;
    private final int size;

    Prefix(int[] values, int size) {
      this.values = values;
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return values[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
