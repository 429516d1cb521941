package interleave.timeline.derive.column;

import interleave.timeline.Timeline;
import interleave.timeline.column.LongColumn;

/**
 * When at least one of several things went on that may overlap, such as holds of nested locks: how
 * many nanoseconds up to a moment, exactly, at logarithmic cost. Begins and ends come in the order
 * of time. As in {@link SpanColumns}, sums are kept for each block of 32 stretches.
 */
public final class BusyTime {
  private static final int BLOCK = 32;

  private final LongColumn starts = new LongColumn();
  private final LongColumn ends = new LongColumn();
  private final LongColumn before = new LongColumn();
  private int open;
  private long sum;

  public void begin(long time) {
    if (open++ > 0) {
      return;
    }
    if (starts.size() % BLOCK == 0) {
      before.add(sum);
    }
    starts.add(time);
    ends.add(Timeline.OPEN);
  }

  public void end(long time) {
    if (open == 0 || --open > 0) {
      return;
    }
    int last = starts.size() - 1;
    long start = starts.get(last);
    long end = Math.max(start, time);
    ends.set(last, end);
    sum += end - start;
  }

  /** How many stretches there are now; what a snapshot keeps to ask with. */
  public int size() {
    return starts.size();
  }

  /** Nanoseconds of [from, to) covered by the first {@code size} stretches. */
  public long within(long from, long to, int size) {
    return to <= from ? 0 : before(to, size) - before(from, size);
  }

  private long before(long time, int size) {
    int last = starts.floor(time, size);
    if (last < 0) {
      return 0;
    }
    int block = last / BLOCK;
    long covered = before.get(block);
    for (int i = block * BLOCK; i <= last; i++) {
      covered += Math.min(ends.get(i), time) - starts.get(i);
    }
    return covered;
  }

  /** That {@code state} begins with each stretch and ends with it. */
  public Steps steps(int state) {
    return new Stretches(starts, ends, 2 * starts.size() - (open > 0 ? 1 : 0), state);
  }

  private record Stretches(LongColumn starts, LongColumn ends, int size, int state)
      implements Steps {
    @Override
    public long time(int step) {
      return (step % 2 == 0 ? starts : ends).get(step / 2);
    }

    @Override
    public int state(int step) {
      return step % 2 == 0 ? state : Census.NONE;
    }
  }
}
