package interleave.timeline;

/**
 * Questions about the spans of a lane, one after the other and mostly of later and later times: so
 * asked each costs less than on its own. For one thread, which makes its own.
 */
public interface SpanWalk {
  /** As {@link Spans#at}. */
  int at(long time);

  long start(int i);

  long end(int i);

  /** The ordinal of its state. */
  int state(int i);

  /** How many nanoseconds were spent in each state before {@code time}, by ordinal. */
  void spent(long time, long[] sums);

  /** By asking the spans anew each time. */
  static SpanWalk plain(Spans spans) {
    return new Plain(spans);
  }

  /** Without anything kept from one question for the next. */
  record Plain(Spans spans) implements SpanWalk {
    private static final ThreadState[] STATES = ThreadState.values();

    @Override
    public int at(long time) {
      return spans.at(time);
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
    public int state(int i) {
      return spans.state(i).ordinal();
    }

    @Override
    public void spent(long time, long[] sums) {
      long from = spans.size() == 0 ? time : spans.start(0);
      for (ThreadState state : STATES) {
        sums[state.ordinal()] = time <= from ? 0 : spans.nanosIn(state, from, time);
      }
    }
  }
}
