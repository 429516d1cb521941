package interleave.timeline.derive.column;

import interleave.timeline.Timeline;
import interleave.timeline.column.LongColumn;
import java.lang.invoke.VarHandle;

/**
 * When at least one of several things went on that may overlap, such as holds of nested locks: how
 * many nanoseconds up to a moment, exactly, at logarithmic cost. Begins and ends come in the order
 * of time. As in {@link SpanColumns}, sums are kept for each block of 32 stretches.
 *
 * <p>As long as no two of the things have overlapped, each stretch is one of them, and their own
 * columns tell of it; most locks are of that kind for ever.
 */
public final class BusyTime {
  private static final int BLOCK = 32;

  private LongColumn starts;
  private LongColumn ends;

  /** Whether these are the columns of the things themselves. */
  private boolean shared;

  private final LongColumn before = new LongColumn();
  private int size;
  private int open;
  private long sum;

  /** Of things that have no columns. */
  public BusyTime() {
    this(new LongColumn(), new LongColumn(), false);
  }

  private BusyTime(LongColumn starts, LongColumn ends, boolean shared) {
    this.starts = starts;
    this.ends = ends;
    this.shared = shared;
  }

  /** Of things of which these columns tell already when {@link #begin} and {@link #end} do. */
  public static BusyTime of(LongColumn starts, LongColumn ends) {
    return new BusyTime(starts, ends, true);
  }

  public void begin(long time) {
    if (open++ > 0) {
      if (shared) {
        part();
      }
      return;
    }
    if (size % BLOCK == 0) {
      before.add(sum);
    }
    if (!shared) {
      starts.add(time);
      ends.add(Timeline.OPEN);
    }
    size++;
  }

  /** Two of them overlap: from now on a stretch may be more than one of them. */
  private void part() {
    LongColumn ownStarts = new LongColumn();
    LongColumn ownEnds = new LongColumn();
    for (int i = 0; i < size; i++) {
      ownStarts.add(starts.get(i));
      ownEnds.add(ends.get(i));
    }
    VarHandle.releaseFence(); // a reader finds the same stretches here and there
    starts = ownStarts;
    ends = ownEnds;
    shared = false;
  }

  public void end(long time) {
    if (open == 0 || --open > 0) {
      return;
    }
    int last = size - 1;
    long start = starts.get(last);
    long end = Math.max(start, time);
    if (!shared) {
      ends.set(last, end);
    }
    sum += end - start;
  }

  /** How many stretches there are now; what a snapshot keeps to ask with. */
  public int size() {
    return size;
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
