package interleave.timeline.lod;

import interleave.timeline.LockTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;

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

  /** Keys are ordinals of {@link ThreadState}. */
  record States(Spans spans) implements Sequence {
    private static final ThreadState[] STATES = ThreadState.values();

    @Override
    public int size() {
      return spans.size();
    }

    @Override
    public long start(int i) {
      return spans.start(i);
    }

    @Override
    public long end(int i) {
      return spans.end(i);
    }

    @Override
    public int key(int i) {
      return spans.state(i).ordinal();
    }

    @Override
    public int at(long time) {
      return spans.at(time);
    }

    @Override
    public int dominant(long from, long to) {
      int best = NOTHING;
      long most = 0;
      long left = to - from;
      for (ThreadState state : STATES) {
        long ns = spans.nanosIn(state, from, to);
        if (ns > most) {
          most = ns;
          best = state.ordinal();
        }
        left -= ns;
        if (most >= left) {
          // No other can have more.
          break;
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
      return holds.nanosIn(ThreadState.RUNNING, from, to) > 0 ? 0 : NOTHING;
    }
  }
}
