package interleave.explore;

import java.util.HashMap;
import java.util.Map;

/**
 * Updates that were lost in a run: a thread writes to what it has read, and meanwhile another has
 * written there. What that other wrote is gone. Who looks again before it writes has read again,
 * and who waits until there is something else looks again, too.
 */
public final class Losses {
  private final Map<Integer, Integer> writes = new HashMap<>();

  /** What each thread saw, as how many writes there had been. */
  private final Map<ThreadId, Map<Integer, Integer>> seen = new HashMap<>();

  private int lost;

  private Losses() {}

  /** How many there were. */
  public static int of(Trace trace) {
    Losses losses = new Losses();
    trace.steps().forEach(losses::take);
    return losses.lost;
  }

  private void take(Step step) {
    int object = step.operation().object();
    Map<Integer, Integer> own = seen.computeIfAbsent(step.thread(), _ -> new HashMap<>());
    int now = writes.getOrDefault(object, 0);
    switch (step.operation().kind()) {
      case READ, SPIN, AWAIT -> own.put(object, now);
      case WRITE -> {
        Integer read = own.remove(object);
        lost += read != null && read != now ? 1 : 0;
        writes.put(object, now + 1);
      }
      case UPDATE -> {
        own.remove(object);
        writes.put(object, now + 1);
      }
      default -> {}
    }
  }
}
