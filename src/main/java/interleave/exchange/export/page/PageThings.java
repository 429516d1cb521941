package interleave.exchange.export.page;

import interleave.timeline.ThingRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Things of a sort, each with as many numbers, and what they are to be explained by. */
final class PageThings {
  final int width;
  private final List<@Nullable ThingRef> refs = new ArrayList<>();
  private long[] cells = new long[64];

  /**
   * @param width how many numbers each has; the first is its time, the second how long it lasts
   */
  PageThings(int width) {
    this.width = width;
  }

  void add(@Nullable ThingRef ref, long... numbers) {
    int at = refs.size() * width;
    if (at + width > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    System.arraycopy(numbers, 0, cells, at, width);
    refs.add(ref);
  }

  /** The same in the order of time. */
  PageThings sorted() {
    PageThings sorted = new PageThings(width);
    IntStream.range(0, size())
        .boxed()
        .sorted(Comparator.comparingLong(i -> cell(i, 0)))
        .forEach(i -> sorted.add(ref(i), Arrays.copyOfRange(cells, i * width, (i + 1) * width)));
    return sorted;
  }

  int size() {
    return refs.size();
  }

  @Nullable ThingRef ref(int i) {
    return refs.get(i);
  }

  long cell(int i, int column) {
    return cells[i * width + column];
  }

  long length(int i) {
    return cell(i, 1);
  }
}
