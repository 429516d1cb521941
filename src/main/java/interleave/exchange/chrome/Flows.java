package interleave.exchange.chrome;

import java.util.Arrays;

/**
 * The numbers of flows. Each way from one slice to the next has one of its own, so that a step on
 * the way is not taken for the end of what leaves there.
 */
final class Flows {
  private static final int MOST = 1 << 20;
  private static final int FIRST = 64;

  private final ByteNames known = new ByteNames(MOST);

  /** Of each flow the number with which it begins; 0 where it has begun. */
  private long[] firsts = new long[FIRST];

  /** The number with which it is on its way. */
  private long[] currents = new long[FIRST];

  private long last;

  /**
   * The flow of that key; 0 where there is no room for one more.
   *
   * @param key may be another one afterwards
   */
  int of(WrittenKey key) {
    int flow = known.get(key.bytes(), 0, key.length());
    return flow == 0 ? made(key) : flow;
  }

  private int made(WrittenKey key) {
    int flow = known.size() + 1;
    if (!known.put(key.bytes(), 0, key.length(), flow)) {
      return 0;
    }
    if (flow == firsts.length) {
      firsts = Arrays.copyOf(firsts, flow * 2);
      currents = Arrays.copyOf(currents, flow * 2);
    }
    firsts[flow] = ++last;
    currents[flow] = last;
    return flow;
  }

  /** The number with which a flow leaves the slice where it begins. */
  long begin(int flow) {
    long first = firsts[flow];
    if (first == 0) {
      first = ++last; // the same id for another flow
      currents[flow] = first;
    }
    firsts[flow] = 0;
    return first;
  }

  /** The number with which it arrives at its next slice, or at its last. */
  long arrive(int flow) {
    return currents[flow];
  }

  /** The number with which it leaves that one. */
  long goOn(int flow) {
    currents[flow] = ++last;
    return last;
  }
}
