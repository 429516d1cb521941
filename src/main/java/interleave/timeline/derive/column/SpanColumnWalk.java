package interleave.timeline.derive.column;

import interleave.timeline.SpanWalk;
import interleave.timeline.Timeline;
import java.util.Arrays;

/**
 * Goes along the columns of a lane, a block of 32 spans at a time: the block is unpacked once, and
 * what was summed up within it is kept while times grow.
 */
final class SpanColumnWalk implements SpanWalk {
  private static final int BLOCK = ManySpans.BLOCK;

  private final ManySpans columns;
  private final int size;
  private final long[] starts = new long[BLOCK];
  private final long[] ends = new long[BLOCK];
  private final byte[] states = new byte[BLOCK];

  /** The first span of the block, -1 before there is one. */
  private int first = -1;

  private int count;

  /** Where the next block begins. */
  private long beyond;

  private int position;

  /** Spent up to the span {@link #summed} of the block. */
  private final long[] sums = new long[ManySpans.STATES];

  private int summed;

  SpanColumnWalk(ManySpans columns, int size) {
    this.columns = columns;
    this.size = size;
  }

  @Override
  public int at(long time) {
    if ((first < 0 || time < starts[0] || time >= beyond) && !found(time)) {
      return -1;
    }
    int i = starts[position] > time ? 0 : position;
    while (i + 1 < count && starts[i + 1] <= time) {
      i++;
    }
    position = i;
    return first + i;
  }

  /** Whether there is a block with that time, which is unpacked then. */
  private boolean found(long time) {
    if (first >= 0 && time >= beyond) {
      load(first + BLOCK);
      if (time < beyond) {
        return true;
      }
    }
    int i = columns.starts.floor(time, size);
    if (i < 0) {
      first = -1;
      return false;
    }
    load(i / BLOCK * BLOCK);
    return true;
  }

  private void load(int from) {
    first = from;
    count = Math.min(BLOCK, size - from);
    columns.starts.copy(from, count, starts);
    columns.ends.copy(from, count, ends);
    columns.states.copy(from, count, states);
    beyond = from + BLOCK < size ? columns.starts.get(from + BLOCK) : Timeline.OPEN;
    position = 0;
    summed = Integer.MAX_VALUE;
  }

  @Override
  public long start(int i) {
    return inBlock(i) ? starts[i - first] : columns.starts.get(i);
  }

  @Override
  public long end(int i) {
    return inBlock(i) ? ends[i - first] : columns.ends.get(i);
  }

  @Override
  public int state(int i) {
    return inBlock(i) ? states[i - first] : columns.states.get(i);
  }

  private boolean inBlock(int i) {
    return first >= 0 && i >= first && i < first + count;
  }

  @Override
  public void spent(long time, long[] into) {
    int i = at(time) - first;
    if (first < 0) {
      Arrays.fill(into, 0);
      return;
    }
    if (summed > i) {
      columns.spentBefore(first / BLOCK, sums);
      summed = 0;
    }
    for (; summed < i; summed++) {
      sums[states[summed]] += ends[summed] - starts[summed];
    }
    System.arraycopy(sums, 0, into, 0, sums.length);
    into[states[i]] += Math.min(ends[i], time) - starts[i];
  }
}
