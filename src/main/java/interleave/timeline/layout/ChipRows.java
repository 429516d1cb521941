package interleave.timeline.layout;

import java.util.Arrays;

/** Puts chips, which come from left to right, into the first row where they touch no other. */
public final class ChipRows {
  private final double[] ends;
  private final double gap;

  public ChipRows(int rows, double gap) {
    ends = new double[rows];
    Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    this.gap = gap;
  }

  /** The row for a chip from {@code left} of that width, or -1 when all are taken there. */
  public int place(double left, double width) {
    for (int row = 0; row < ends.length; row++) {
      if (ends[row] + gap <= left) {
        ends[row] = left + width;
        return row;
      }
    }
    return -1;
  }

  /** How many rows were used. */
  public int used() {
    int used = 0;
    while (used < ends.length && ends[used] != Double.NEGATIVE_INFINITY) {
      used++;
    }
    return used;
  }
}
