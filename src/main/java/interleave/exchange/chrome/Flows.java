package interleave.exchange.chrome;

import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of flows. Each way from one slice to the next has one of its own, so that a step on
 * the way is not taken for the end of what leaves there.
 */
final class Flows {
  private static final int MOST = 1 << 20;

  private final Map<String, Flow> known = new HashMap<>();
  private long last;

  private static final class Flow {
    private long first;
    private long current;
    private boolean begun;
  }

  /** Whether there is room for that flow. */
  boolean knows(String key) {
    return known.size() < MOST || known.containsKey(key);
  }

  /** The number with which a flow leaves the slice where it begins. */
  long begin(String key) {
    Flow flow = flow(key);
    if (flow.begun) {
      flow.first = ++last; // the same id for another flow
      flow.current = flow.first;
    }
    flow.begun = true;
    return flow.first;
  }

  /** The number with which a flow arrives at its next slice, or at its last. */
  long arrive(String key) {
    return flow(key).current;
  }

  /** The number with which it leaves that one. */
  long goOn(String key) {
    Flow flow = flow(key);
    flow.current = ++last;
    return flow.current;
  }

  private Flow flow(String key) {
    return known.computeIfAbsent(
        key,
        _ -> {
          Flow made = new Flow();
          made.first = ++last;
          made.current = made.first;
          return made;
        });
  }
}
