package interleave.timeline.derive.column;

import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/** How many wait, in steps; with sums, so that a mean over any time costs little. */
public final class WaiterSteps {
  final LongColumn times = new LongColumn();
  final IntColumn counts = new IntColumn();

  /** Sum of waiters × ns before each step. */
  private final LongColumn sums = new LongColumn();

  public int size() {
    return times.size();
  }

  public void add(long time, int count) {
    int last = times.size() - 1;
    long sum = 0;
    if (last >= 0) {
      sum = sums.get(last) + counts.get(last) * (time - times.get(last));
    }
    times.add(time);
    counts.add(count);
    sums.add(sum);
  }

  /** How many wait at {@code time}, among the first {@code size} steps. */
  int at(long time, int size) {
    int step = times.floor(time, size);
    return step < 0 ? 0 : counts.get(step);
  }

  double mean(long from, long to, int size) {
    return to <= from ? at(from, size) : (double) (sum(to, size) - sum(from, size)) / (to - from);
  }

  /** Waiters × ns up to {@code time}. */
  public long sum(long time) {
    return sum(time, times.size());
  }

  /** The same by the first {@code size} steps. */
  public long sum(long time, int size) {
    int step = times.floor(time, size);
    return step < 0 ? 0 : sums.get(step) + counts.get(step) * Math.max(0, time - times.get(step));
  }
}
