package interleave.timeline.lod;

import interleave.timeline.BinKeys;
import interleave.timeline.LockTrack;
import interleave.timeline.SpanWalk;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import org.jspecify.annotations.Nullable;

/** Things one after the other in time, without overlap, that can be summed up. */
public interface Sequence {
  int NOTHING = -1;

  int size();

  long start(int i);

  long end(int i);

  int key(int i);

  /** Index of the last that starts at or before {@code time}, -1 if none. */
  int at(long time);

  /** The key that dominates [from, to), {@link #NOTHING} if nothing happens there. */
  int dominant(long from, long to);

  /** What is kept of it from frame to frame; null for nothing. */
  default @Nullable BinKeys kept() {
    return null;
  }

  /** The states of a lane. */
  static Sequence states(Spans spans) {
    return new States(spans);
  }

  /** The owners of a lock. */
  static Sequence owners(LockTrack.Holds holds) {
    return new Owners(holds);
  }

  /** Whether a lane holds anything at all: key 0. */
  static Sequence holding(Spans holds) {
    return new Holding(holds);
  }

  /** Keys are ordinals of {@link ThreadState}. Asked by one thread. */
  final class States implements Sequence {
    private final Spans spans;
    private final SpanWalk walk;
    private final long[] before = new long[ThreadState.values().length];
    private final long[] after = new long[before.length];

    /** What {@link #after} is of. */
    private long reached = Long.MIN_VALUE;

    private States(Spans spans) {
      this.spans = spans;
      walk = spans.walk();
    }

    @Override
    public int size() {
      return spans.size();
    }

    @Override
    public long start(int i) {
      return walk.start(i);
    }

    @Override
    public long end(int i) {
      return walk.end(i);
    }

    @Override
    public int key(int i) {
      return walk.state(i);
    }

    @Override
    public @Nullable BinKeys kept() {
      return spans.kept();
    }

    @Override
    public int at(long time) {
      return walk.at(time);
    }

    @Override
    public int dominant(long from, long to) {
      if (from == reached) {
        // The end of a bin is the start of the next.
        System.arraycopy(after, 0, before, 0, before.length);
      } else {
        walk.spent(from, before);
      }
      walk.spent(to, after);
      reached = to;
      int best = NOTHING;
      long most = 0;
      for (int state = 0; state < before.length; state++) {
        long ns = after[state] - before[state];
        if (ns > most) {
          most = ns;
          best = state;
        }
      }
      return best;
    }
  }

  /** Keys are indices of lanes. */
  record Owners(LockTrack.Holds holds) implements Sequence {
    @Override
    public int size() {
      return holds.size();
    }

    @Override
    public long start(int i) {
      return holds.start(i);
    }

    @Override
    public long end(int i) {
      return holds.end(i);
    }

    @Override
    public int key(int i) {
      return holds.lane(i);
    }

    @Override
    public @Nullable BinKeys kept() {
      return holds.kept();
    }

    @Override
    public int at(long time) {
      return holds.at(time);
    }

    @Override
    public int dominant(long from, long to) {
      return holds.nanosHeld(from, to) <= 0 ? NOTHING : holds.mainOwner(from, to);
    }
  }

  /** Holds of a lane, whichever lock; they may lie within each other. */
  record Holding(Spans holds) implements Sequence {
    private static final int DEPTH = 8;

    @Override
    public int size() {
      return holds.size();
    }

    @Override
    public long start(int i) {
      return holds.start(i);
    }

    @Override
    public long end(int i) {
      return holds.end(i);
    }

    @Override
    public int key(int i) {
      return 0;
    }

    @Override
    public @Nullable BinKeys kept() {
      return holds.kept();
    }

    @Override
    public int at(long time) {
      int last = holds.at(time);
      for (int i = last; i >= 0 && i > last - DEPTH; i--) {
        if (holds.end(i) > time) {
          return i;
        }
      }
      return last;
    }

    @Override
    public int dominant(long from, long to) {
      int last = holds.at(to - 1);
      long end = last < 0 ? from : holds.end(last);
      boolean held = end > from && end > holds.start(last);
      return held || holds.nanosIn(ThreadState.RUNNING, from, to) > 0 ? 0 : NOTHING;
    }
  }
}
