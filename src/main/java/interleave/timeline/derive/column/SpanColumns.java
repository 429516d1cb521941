package interleave.timeline.derive.column;

import interleave.timeline.BinKeys;
import interleave.timeline.SpanWalk;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one lane as columns.
 *
 * <p>How long a lane was in a state between two moments has to cost the same for ten spans and for
 * ten million, because every pixel column of every frame asks it. So after each block of 32 spans
 * the nanoseconds spent so far are written down per state. The time in a state up to a moment is
 * then the sum before its block, plus at most 32 spans to look at; between two moments it is the
 * difference. This is exact at every zoom, has no levels to choose between, and is only ever
 * extended at its end. It costs 2 bytes a span.
 */
public final class SpanColumns {
  static final int BLOCK = 32;
  private static final int VARIANT = 6;
  private static final int VARIANTS = 3;
  static final int STATES = ThreadState.values().length;
  private static final ThreadState[] STATE = ThreadState.values();
  private static final Spans.About[] ABOUT = Spans.About.values();

  public final LongColumn starts = new LongColumn();
  public final LongColumn ends = new LongColumn();
  final ByteColumn states = new ByteColumn();

  /** What each is about, and its variant as the highest two bits. */
  private final ByteColumn abouts = new ByteColumn();

  /** What was drawn of them. */
  private @Nullable BinKeys kept;

  public final IntColumn objects = new IntColumn();
  public final IntColumn sites = new IntColumn();
  private final LongColumn before = new LongColumn();

  /** The few that end by themselves. */
  private @Nullable SpanLimits limits;

  private final long[] sums = new long[STATES];

  public int size() {
    return starts.size();
  }

  /** Opens a span; the one before it must be closed. */
  public void open(
      long start, ThreadState state, Spans.About about, int variant, int object, int site) {
    if (starts.size() % BLOCK == 0) {
      for (long sum : sums) {
        before.add(sum);
      }
    }
    starts.add(start);
    ends.add(Timeline.OPEN);
    states.add(state.ordinal());
    abouts.add(about.ordinal() | variant << VARIANT);
    objects.add(object);
    sites.add(site);
  }

  /** Closes the last span. */
  public void close(long end) {
    int last = size() - 1;
    long at = Math.max(end, starts.get(last));
    ends.set(last, at);
    sums[state(last).ordinal()] += at - starts.get(last);
  }

  /** Whether the last span goes on; there may be gaps between spans. */
  public boolean isOpen() {
    int last = size() - 1;
    return last >= 0 && ends.get(last) == Timeline.OPEN;
  }

  /** Nanoseconds in {@code state} so far. */
  public long spent(ThreadState state, long now) {
    int last = size() - 1;
    boolean goesOn = isOpen() && state(last) == state;
    return sums[state.ordinal()] + (goesOn ? Math.max(0, now - starts.get(last)) : 0);
  }

  /** Whether the last span has begun at {@code time}, so that it has no length yet. */
  public boolean isEmptyAt(long time) {
    int last = size() - 1;
    return last >= 0 && starts.get(last) == time && ends.get(last) == Timeline.OPEN;
  }

  /** Makes something else of the last span, which has no length yet. */
  public void turn(ThreadState state, Spans.About about, int variant, int object, int site) {
    int last = size() - 1;
    states.set(last, state.ordinal());
    abouts.set(last, about.ordinal() | variant << VARIANT);
    objects.set(last, object);
    sites.set(last, site);
  }

  /** The last span ends by itself after so many ns; {@link Timeline#OPEN} for never. */
  public void limit(long ns) {
    if (limits == null && ns != Timeline.OPEN) {
      limits = new SpanLimits();
    }
    if (limits != null) {
      limits.set(size() - 1, ns);
    }
  }

  /** How many limits have been set; for {@link #limit(int, int)}. */
  public int limited() {
    return limits == null ? 0 : limits.size();
  }

  /** After how many ns the span ends by itself, by the first {@code known} limits. */
  public long limit(int i, int known) {
    return limits == null ? Timeline.OPEN : limits.of(i, known);
  }

  public ThreadState state(int i) {
    return STATE[states.get(i)];
  }

  public Spans.About about(int i) {
    return ABOUT[abouts.get(i) & (1 << VARIANT) - 1];
  }

  /** 0 to 3: tells what its maker wants told apart. */
  public int variant(int i) {
    return abouts.get(i) >>> VARIANT & VARIANTS;
  }

  public BinKeys kept() {
    BinKeys keys = kept;
    if (keys == null) {
      keys = new BinKeys();
      kept = keys; // what another thread keeps meanwhile may be lost, and is asked for again
    }
    return keys;
  }

  /** Goes along the first {@code size} spans. */
  public SpanWalk walk(int size) {
    return new SpanColumnWalk(this, size);
  }

  /** What was spent in each state before that block. */
  void spentBefore(int block, long[] into) {
    for (int state = 0; state < STATES; state++) {
      into[state] = before.get(block * STATES + state);
    }
  }

  /** Nanoseconds in {@code state} before {@code time}, among the first {@code size} spans. */
  public long nanosBefore(ThreadState state, long time, int size) {
    int last = starts.floor(time, size);
    if (last < 0) {
      return 0;
    }
    int block = last / BLOCK;
    long sum = before.get(block * STATES + state.ordinal());
    for (int i = block * BLOCK; i <= last; i++) {
      if (states.get(i) == state.ordinal()) {
        sum += Math.min(ends.get(i), time) - starts.get(i);
      }
    }
    return sum;
  }
}
