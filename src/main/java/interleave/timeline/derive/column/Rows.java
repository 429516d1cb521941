package interleave.timeline.derive.column;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** The first rows of some columns as a list; each row is made when it is asked for. */
public final class Rows<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private final IntFunction<T> row;

  private Rows(int size, IntFunction<T> row) {
    this.size = size;
    this.row = row;
  }

  public static <T> List<T> of(int size, IntFunction<T> row) {
    return new Rows<>(size, row);
  }

  @Override
  public T get(int index) {
    return row.apply(Objects.checkIndex(index, size));
  }

  @Override
  public int size() {
    return size;
  }
}
