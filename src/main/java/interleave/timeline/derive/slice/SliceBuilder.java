package interleave.timeline.derive.slice;

import interleave.timeline.Timeline;
import interleave.timeline.derive.column.EventSteps;
import interleave.timeline.derive.column.Steps;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the slices and moments of one thread, or of a row that is none, in their order. */
public final class SliceBuilder {
  /** What lies deeper than that is counted, and not drawn. */
  static final int MOST = 512;

  private static final int FIRST = 8;

  private static final SliceColumns[] NONE = {};
  private static final long[] NOTHING = {};

  public final int index;

  /** Index of its process, and of its lane, -1 where it is no thread's. */
  private final int process;

  private final int lane;

  /** What its process calls the thread, or the row. */
  public final int id;

  /** Of a row that is no thread's. */
  String name = "";

  SliceColumns[] rows = NONE;
  @Nullable MomentColumns moments;

  /** How many slices go on, as far as is known. */
  private int depth;

  /** Of each when it began, and when it ends by itself; {@link Timeline#OPEN} if it does not. */
  private long[] begins = NOTHING;

  private long[] bounds = NOTHING;

  private long newest = Long.MIN_VALUE;

  /** Whether the next snapshot has to look at it. */
  boolean changed;

  SliceBuilder(int index, int process, int lane, int id) {
    this.index = index;
    this.process = process;
    this.lane = lane;
    this.id = id;
  }

  public int process() {
    return process;
  }

  /** The lane of its thread, -1 where it is no thread's. */
  public int lane() {
    return lane;
  }

  /** Whether there is anything to be drawn of it. */
  public boolean isUsed() {
    return rows.length > 0 || moments != null;
  }

  /** How often an outermost slice began, for {@code state}. */
  public Steps steps(int state) {
    return rows.length == 0 ? Steps.NONE : new EventSteps(rows[0].starts, null, 0, state);
  }

  /** How many of them there are. */
  public int size() {
    return rows.length == 0 ? 0 : rows[0].starts.size();
  }

  private long time(long happened) {
    newest = Math.max(newest, happened);
    return newest;
  }

  /** Returns whether it is kept. */
  boolean begin(int name, long happened, @Nullable CharSequence text) {
    SliceColumns row = entered(time(happened), Timeline.OPEN);
    if (row != null) {
      row.begin(name, newest, text);
    }
    return row != null;
  }

  /** As {@link #begin}, of one that ends by itself after so many ns. */
  boolean whole(int name, long happened, long length, @Nullable CharSequence text) {
    long time = time(happened);
    long end = Math.max(time, happened + length);
    SliceColumns row = entered(time, end);
    if (row != null) {
      row.whole(name, time, end, text);
    }
    return row != null;
  }

  /** The row of a slice that begins then; null where it lies too deep. */
  private @Nullable SliceColumns entered(long time, long end) {
    while (depth > 0 && bounds[depth - 1] <= time) {
      depth--;
    }
    int at = depth++;
    if (at == bounds.length) {
      int more = Math.max(FIRST, at * 2);
      begins = Arrays.copyOf(begins, more);
      bounds = Arrays.copyOf(bounds, more);
    }
    begins[at] = time;
    bounds[at] = end;
    if (at < rows.length) {
      return rows[at];
    }
    return at < MOST ? added(at) : null;
  }

  private SliceColumns added(int at) {
    SliceColumns[] more = Arrays.copyOf(rows, at + 1);
    more[at] = new SliceColumns();
    VarHandle.releaseFence();
    rows = more;
    return more[at];
  }

  /**
   * Ends the innermost slice that does not end by itself, or the innermost of that name.
   *
   * @param named its name, {@link SliceTracks#ANY} for whichever
   * @return whether there was one
   */
  boolean end(int named, boolean failed, long happened, @Nullable CharSequence text) {
    long time = time(happened);
    int at = depth - 1;
    while (at >= 0 && !isEndOf(named, at)) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    while (depth > at) {
      depth--;
      if (depth < MOST && bounds[depth] > time) {
        rows[depth].end(time);
      }
    }
    if (at < MOST) {
      rows[at].end(failed, text);
    }
    return true;
  }

  private boolean isEndOf(int named, int at) {
    return bounds[at] == Timeline.OPEN && (named < 0 || at < MOST && rows[at].lastName() == named);
  }

  void moment(int name, long happened, @Nullable CharSequence text) {
    long time = time(happened);
    while (depth > 0 && isBefore(time)) {
      depth--;
    }
    MomentColumns known = moments;
    MomentColumns to = known == null ? new MomentColumns() : known;
    to.add(name, Math.min(depth, MOST), time, text);
    if (known == null) {
      VarHandle.releaseFence();
      moments = to;
    }
  }

  /**
   * Whether the innermost slice is over then; what happens as it ends lies in it if it is short.
   */
  private boolean isBefore(long time) {
    long end = bounds[depth - 1];
    return end < time || end == time && begins[depth - 1] < time;
  }
}
