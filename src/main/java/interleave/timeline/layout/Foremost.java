package interleave.timeline.layout;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntUnaryOperator;

/**
 * Some few of very many first, then the others in their order. What that costs depends on how few
 * come first, and not on how many there are: where one stands is counted and not looked for.
 */
public final class Foremost extends AbstractList<Integer> implements RandomAccess {
  private final List<Integer> first;
  private final List<Integer> all;
  private final IntUnaryOperator place;
  private final int size;

  /** Where those that come first stand among all, in order. */
  private final int[] taken;

  /**
   * @param first each once
   * @param place where one of all stands among them, below 0 for what is none of them
   * @param size how many are shown; at least those that come first
   */
  public Foremost(Collection<Integer> first, List<Integer> all, IntUnaryOperator place, int size) {
    this.first = new ArrayList<>(first);
    this.all = all;
    this.place = place;
    this.size = Math.max(first.size(), Math.min(all.size(), size));
    taken = this.first.stream().mapToInt(one -> place.applyAsInt(one)).sorted().toArray();
  }

  @Override
  public Integer get(int index) {
    Objects.checkIndex(index, size);
    return index < first.size() ? first.get(index) : all.get(standing(index - first.size()));
  }

  /** Where the so many-th of those stands that do not come first. */
  private int standing(int number) {
    int low = 0;
    int high = taken.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (taken[middle] - middle <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return number + low;
  }

  @Override
  public int indexOf(Object one) {
    int among = first.indexOf(one);
    if (among >= 0 || !(one instanceof Integer index)) {
      return among;
    }
    int stands = place.applyAsInt(index);
    if (stands < 0) {
      return -1;
    }
    int before = -1 - Arrays.binarySearch(taken, stands);
    int at = first.size() + stands - before;
    return at < size ? at : -1;
  }

  @Override
  public boolean contains(Object one) {
    return indexOf(one) >= 0;
  }

  @Override
  public int size() {
    return size;
  }
}
