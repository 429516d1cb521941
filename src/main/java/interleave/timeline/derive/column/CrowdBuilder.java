package interleave.timeline.derive.column;

import interleave.timeline.ThreadState;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.column.Ranking;

/**
 * Counts the threads of a crowd by state, from their changes of state in the order of time.
 *
 * <p>Each change is a time and a byte. Before each block of 32 the counts are written down, and the
 * sums of threads × nanoseconds; so a count at a moment, or a mean between two, is one search and
 * at most 32 changes to look at, exact at every zoom, for 11 bytes a change.
 *
 * <pre>
 *   counts, sums │ 32 changes │ counts, sums │ 32 changes │ …
 * </pre>
 */
public final class CrowdBuilder {
  /** In place of a state: not begun, or ended. */
  public static final int GONE = -1;

  private static final int BLOCK = 32;
  private static final int STATES = ThreadState.values().length;

  public final int index;

  /** Index of its process. */
  public final int process;

  public final boolean virtual;

  /** Whether these are tasks of event loops. */
  public boolean tasks;

  public final ObjectColumn<Integer> lanes = new ObjectColumn<>();
  public final ObjectColumn<Integer> carriers = new ObjectColumn<>();
  public final Ranking waited = new Ranking();

  private final LongColumn times = new LongColumn();
  private final ByteColumn froms = new ByteColumn();
  private final ByteColumn tos = new ByteColumn();
  private final IntColumn countsBefore = new IntColumn();
  private final LongColumn sumsBefore = new LongColumn();
  private final int[] counts = new int[STATES];
  private final long[] sums = new long[STATES];
  private long last = Long.MIN_VALUE;
  private int alive;
  int most;

  public CrowdBuilder(int index, int process, boolean virtual) {
    this.index = index;
    this.process = process;
    this.virtual = virtual;
  }

  /** One of its threads was run by that lane. */
  public void carriedBy(int lane) {
    if (carriers.size() == 0 || !carriers.view().contains(lane)) {
      carriers.add(lane);
    }
  }

  int size() {
    return times.size();
  }

  /** One of the threads goes from one state to another; states are ordinals or {@link #GONE}. */
  public void change(int from, int to, long happened) {
    if (from == to) {
      return;
    }
    long time = Math.max(last, happened);
    if (last != Long.MIN_VALUE) {
      for (int state = 0; state < STATES; state++) {
        sums[state] += counts[state] * (time - last);
      }
    }
    last = time;
    if (times.size() % BLOCK == 0) {
      for (int state = 0; state < STATES; state++) {
        countsBefore.add(counts[state]);
        sumsBefore.add(sums[state]);
      }
    }
    times.add(time);
    froms.add(from);
    tos.add(to);
    add(from, -1);
    add(to, 1);
    most = Math.max(most, alive);
  }

  private void add(int state, int change) {
    if (state != GONE) {
      counts[state] += change;
      alive += change;
    }
  }

  /** How many were in {@code state} at {@code time}, by the first {@code size} changes. */
  int count(int state, long time, int size) {
    int at = times.floor(time, size);
    if (at < 0) {
      return 0;
    }
    int block = at / BLOCK;
    int count = countsBefore.get(block * STATES + state);
    for (int i = block * BLOCK; i <= at; i++) {
      count += (tos.get(i) == state ? 1 : 0) - (froms.get(i) == state ? 1 : 0);
    }
    return count;
  }

  /** Adds {@code sign} times the threads × nanoseconds before {@code time} by state. */
  void sums(long time, int size, int sign, double[] into) {
    int at = times.floor(time, size);
    if (at < 0) {
      return;
    }
    int block = at / BLOCK;
    long since = time - times.get(block * BLOCK);
    for (int state = 0; state < STATES; state++) {
      int of = block * STATES + state;
      into[state] += sign * (double) (sumsBefore.get(of) + countsBefore.get(of) * since);
    }
    for (int i = block * BLOCK; i <= at; i++) {
      double length = sign * (double) (time - times.get(i));
      if (tos.get(i) != GONE) {
        into[tos.get(i)] += length;
      }
      if (froms.get(i) != GONE) {
        into[froms.get(i)] -= length;
      }
    }
  }
}
