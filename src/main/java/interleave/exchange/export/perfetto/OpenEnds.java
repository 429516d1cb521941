package interleave.exchange.export.perfetto;

import java.util.Arrays;

/** When the slices end that are open on a row; the innermost ends first. */
final class OpenEnds {
  private long[] ends = new long[4];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether the innermost has ended when another begins then. */
  boolean isDueAt(long start) {
    return size > 0 && ends[size - 1] <= start;
  }

  /** The innermost, which is open no more. */
  long take() {
    return ends[--size];
  }

  void add(long end) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    ends[size++] = end;
  }
}
