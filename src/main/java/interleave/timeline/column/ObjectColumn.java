package interleave.timeline.column;

import java.lang.invoke.VarHandle;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A growing column of objects that hands out lists of what it holds now; those lists never change.
 */
public final class ObjectColumn<T> {
  private Object[] values = new Object[16];
  private int size;

  public int size() {
    return size;
  }

  public void add(T value) {
    if (size == values.length) {
      Object[] more = Arrays.copyOf(values, size * 2);
      VarHandle.releaseFence(); // a reader that finds it finds it complete
      values = more;
    }
    values[size++] = value;
  }

  @SuppressWarnings("unchecked")
  public T get(int index) {
    return (T) values[index];
  }

  /** Replaces a value, in the lists handed out, too. */
  public void set(int index, T value) {
    Object[] now = values;
    VarHandle.releaseFence();
    now[index] = value;
  }

  /** The values up to now. */
  public List<T> view() {
    return new Prefix<>(values, size);
  }

  private static final class Prefix<T> extends AbstractList<T> implements RandomAccess {
    private final Object[] values;
    private final int size;

    Prefix(Object[] values, int size) {
      this.values = values;
      this.size = size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
      java.util.Objects.checkIndex(index, size);
      return (T) values[index];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
