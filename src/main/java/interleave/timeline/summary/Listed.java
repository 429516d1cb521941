package interleave.timeline.summary;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * A list of what there may be millions of: each is made when somebody asks for it, so that a
 * summary can be written of which all together would not fit into memory.
 */
final class Listed<T> extends AbstractList<T> {
  private final int size;
  private final IntFunction<T> each;

  private Listed(int size, IntFunction<T> each) {
    this.size = size;
    this.each = each;
  }

  static <T> List<T> of(int size, IntFunction<T> each) {
    return new Listed<>(size, each);
  }

  /** One list behind the other. */
  static <T> List<T> all(List<List<T>> lists) {
    int[] ends = new int[lists.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += lists.get(i).size();
      ends[i] = end;
    }
    return of(end, i -> in(lists, ends, i));
  }

  private static <T> T in(List<List<T>> lists, int[] ends, int i) {
    int found = Arrays.binarySearch(ends, i);
    int list = found < 0 ? -found - 1 : found + 1;
    while (lists.get(list).isEmpty()) {
      list++; // one that ends where the one before it does
    }
    return lists.get(list).get(i - ends[list] + lists.get(list).size());
  }

  @Override
  public T get(int i) {
    return each.apply(Objects.checkIndex(i, size));
  }

  @Override
  public int size() {
    return size;
  }
}
