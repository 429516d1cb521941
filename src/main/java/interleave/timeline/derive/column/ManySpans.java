package interleave.timeline.derive.column;

import interleave.timeline.BinKeys;
import interleave.timeline.ThreadState;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a lane that has more than a few, as columns. After each block of 32 spans the
 * nanoseconds spent so far are written down by state.
 */
final class ManySpans {
  static final int BLOCK = 32;
  static final int STATES = ThreadState.values().length;
  private static final int STATE_BITS = SpanColumns.STATE_BITS;

  final LongColumn starts = new LongColumn();
  final LongColumn ends = new LongColumn();
  final IntColumn objects = new IntColumn();
  final IntColumn sites = new IntColumn();
  final ByteColumn states = new ByteColumn();

  /** What each is about, and its variant above that. */
  private final ByteColumn abouts = new ByteColumn();

  private final LongColumn before = new LongColumn();
  private @Nullable BinKeys kept;

  ManySpans(FewSpans few) {
    for (int i = 0; i < few.size(); i++) {
      add(few.start(i), few.end(i), few.what(i), few.object(i), few.site(i));
    }
  }

  void add(long start, long end, int what, int object, int site) {
    if (starts.size() % BLOCK == 0 && starts.size() > 0) {
      sumUp(starts.size() / BLOCK - 1);
    }
    ends.add(end);
    states.add(what & (1 << STATE_BITS) - 1);
    abouts.add(what >>> STATE_BITS);
    objects.add(object);
    sites.add(site);
    starts.add(start);
  }

  BinKeys kept() {
    BinKeys keys = kept;
    if (keys == null) {
      keys = new BinKeys();
      kept = keys; // what another thread keeps meanwhile may be lost, and is asked for again
    }
    return keys;
  }

  /** What was spent in each state before that block. */
  void spentBefore(int block, long[] into) {
    for (int state = 0; state < STATES; state++) {
      into[state] = sum(block, state);
    }
  }

  int state(int i) {
    return states.get(i);
  }

  int about(int i) {
    return abouts.get(i);
  }

  void turn(int i, int what, int object, int site) {
    states.set(i, what & (1 << STATE_BITS) - 1);
    abouts.set(i, what >>> STATE_BITS);
    objects.set(i, object);
    sites.set(i, site);
  }

  /** Writes down what was spent up to the end of that block, of which all spans are closed. */
  private void sumUp(int block) {
    long[] sums = new long[STATES];
    for (int state = 0; state < STATES; state++) {
      sums[state] = sum(block, state);
    }
    for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
      sums[states.get(i)] += ends.get(i) - starts.get(i);
    }
    for (long sum : sums) {
      before.add(sum);
    }
  }

  /** Before the first block nothing was spent, which is not written down. */
  private long sum(int block, int state) {
    return block == 0 ? 0 : before.get((block - 1) * STATES + state);
  }

  /** Nanoseconds in {@code state} before {@code time}, among the first {@code size} spans. */
  long nanosBefore(int state, long time, int size) {
    int last = starts.floor(time, size);
    if (last < 0) {
      return 0;
    }
    int block = last / BLOCK;
    long sum = sum(block, state);
    for (int i = block * BLOCK; i <= last; i++) {
      if (states.get(i) == state) {
        sum += Math.min(ends.get(i), time) - starts.get(i);
      }
    }
    return sum;
  }
}
