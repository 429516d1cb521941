package interleave.timeline.derive.column;

import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/**
 * Counts how many are in which state, from changes of state in the order of time.
 *
 * <p>Each change is a time and two bytes. Before each block of 32 the counts are written down, and
 * the sums of counts × nanoseconds; so a count at a moment, or a mean between two, is one search
 * and at most 32 changes to look at, exact at every zoom, for 11 bytes a change.
 *
 * <pre>
 *   counts, sums │ 32 changes │ counts, sums │ 32 changes │ …
 * </pre>
 */
public final class Census {
  /** In place of a state: in none that is counted. */
  public static final int NONE = -1;

  private static final int BLOCK = 32;

  private final int states;
  private final LongColumn times = new LongColumn();
  private final ByteColumn froms = new ByteColumn();
  private final ByteColumn tos = new ByteColumn();
  private final IntColumn countsBefore = new IntColumn();
  private final LongColumn sumsBefore = new LongColumn();
  private final int[] counts;
  private final long[] sums;
  private long last = Long.MIN_VALUE;

  /** How many were in the first state at the same time at most. */
  private int most;

  public Census(int states) {
    this.states = states;
    counts = new int[states];
    sums = new long[states];
  }

  int size() {
    return times.size();
  }

  int most() {
    return most;
  }

  /** One goes from one state to another, or {@link #NONE}; not before the change of before. */
  void change(int from, int to, long happened) {
    long time = Math.max(last, happened);
    if (last != Long.MIN_VALUE) {
      for (int state = 0; state < states; state++) {
        sums[state] += counts[state] * (time - last);
      }
    }
    last = time;
    if (times.size() % BLOCK == 0) {
      for (int state = 0; state < states; state++) {
        countsBefore.add(counts[state]);
        sumsBefore.add(sums[state]);
      }
    }
    times.add(time);
    froms.add(from);
    tos.add(to);
    counts[from == NONE ? to : from] += from == NONE ? 1 : -1;
    if (from != NONE && to != NONE) {
      counts[to]++;
    }
    most = Math.max(most, counts[0]);
  }

  /** How many were in {@code state} at {@code time}, by the first {@code size} changes. */
  int count(int state, long time, int size) {
    int at = times.floor(time, size);
    if (at < 0) {
      return 0;
    }
    int block = at / BLOCK;
    int count = countsBefore.get(block * states + state);
    for (int i = block * BLOCK; i <= at; i++) {
      count += (tos.get(i) == state ? 1 : 0) - (froms.get(i) == state ? 1 : 0);
    }
    return count;
  }

  /** Adds {@code sign} times the counts × nanoseconds before {@code time} by state. */
  void sums(long time, int size, int sign, double[] into) {
    int at = times.floor(time, size);
    if (at < 0) {
      return;
    }
    int block = at / BLOCK;
    long since = time - times.get(block * BLOCK);
    for (int state = 0; state < states; state++) {
      int of = block * states + state;
      into[state] += sign * (double) (sumsBefore.get(of) + countsBefore.get(of) * since);
    }
    for (int i = block * BLOCK; i <= at; i++) {
      double length = sign * (double) (time - times.get(i));
      if (tos.get(i) != NONE) {
        into[tos.get(i)] += length;
      }
      if (froms.get(i) != NONE) {
        into[froms.get(i)] -= length;
      }
    }
  }

  /** The mean number in each state in [from, to), by the first {@code size} changes. */
  double[] means(long from, long to, int size) {
    double[] means = new double[states];
    sums(to, size, 1, means);
    sums(from, size, -1, means);
    for (int state = 0; state < means.length; state++) {
      means[state] /= to - from;
    }
    return means;
  }
}
