package interleave.exchange.chrome;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of flows. Each way from one slice to the next has one of its own, so that a step on
 * the way is not taken for the end of what leaves there.
 */
final class Flows {
  private static final int MOST = 1 << 20;

  private final Map<WrittenKey, Flow> known = new HashMap<>();
  private long last;

  /** One of them, which may be known by its key for as long as the file is read. */
  final class Flow {
    private long first = ++last;
    private long current = first;
    private boolean begun;

    /** The number with which it leaves the slice where it begins. */
    long begin() {
      if (begun) {
        first = ++last; // the same id for another flow
        current = first;
      }
      begun = true;
      return first;
    }

    /** The number with which it arrives at its next slice, or at its last. */
    long arrive() {
      return current;
    }

    /** The number with which it leaves that one. */
    long goOn() {
      current = ++last;
      return current;
    }
  }

  /**
   * The flow of that key; null where there is no room for one more.
   *
   * @param key may be another one afterwards
   */
  @Nullable Flow of(WrittenKey key) {
    Flow flow = known.get(key);
    if (flow == null && known.size() < MOST) {
      flow = new Flow();
      known.put(key.copy(), flow);
    }
    return flow;
  }
}
