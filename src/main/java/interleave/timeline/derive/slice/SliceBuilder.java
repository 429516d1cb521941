package interleave.timeline.derive.slice;

import interleave.timeline.derive.column.EventSteps;
import interleave.timeline.derive.column.Steps;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the slices and moments of one thread, or of a row that is none, in their order. */
public final class SliceBuilder {
  /** What lies deeper than that is counted, and not drawn. */
  static final int MOST = 512;

  private static final SliceColumns[] NONE = {};

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

  /** How many slices go on. */
  private int depth;

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
  boolean begin(int name, long happened, @Nullable String text) {
    long time = time(happened);
    int at = depth++;
    if (at >= MOST) {
      return false;
    }
    if (at == rows.length) {
      SliceColumns[] more = Arrays.copyOf(rows, at + 1);
      more[at] = new SliceColumns();
      VarHandle.releaseFence();
      rows = more;
    }
    rows[at].begin(name, time, text);
    return true;
  }

  /**
   * Ends the innermost slice, or the innermost of that name.
   *
   * @param named its name, {@link SliceTracks#ANY} for whichever
   * @return whether there was one
   */
  boolean end(int named, boolean failed, long happened, @Nullable String text) {
    long time = time(happened);
    int at = depth - 1;
    while (named >= 0 && at >= 0 && (at >= MOST || rows[at].lastName() != named)) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    while (depth > at) {
      depth--;
      if (depth < MOST) {
        rows[depth].end(time);
      }
    }
    if (at < MOST) {
      rows[at].end(failed, text);
    }
    return true;
  }

  void moment(int name, long happened, @Nullable String text) {
    long time = time(happened);
    MomentColumns known = moments;
    MomentColumns to = known == null ? new MomentColumns() : known;
    to.add(name, Math.min(depth, MOST), time, text);
    if (known == null) {
      VarHandle.releaseFence();
      moments = to;
    }
  }
}
