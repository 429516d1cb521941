package interleave.explore;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Updates that were lost in a run: a thread writes to what it has read, and meanwhile another has
 * written there. What that other wrote is gone. Who looks again before it writes has read again,
 * and who waits until there is something else looks again, too. In a collection that is so for each
 * key and index, and for what it knows of itself: such a change begins as an update, and is written
 * in a step of its own.
 */
public final class Losses {
  private final Map<Place, Integer> writes = new HashMap<>();

  /** What each thread saw, as how many writes there had been. */
  private final Map<ThreadId, Map<Place, Integer>> seen = new HashMap<>();

  private int lost;

  /**
   * What may be read and written.
   *
   * @param part of a collection, as {@code [key]}; empty for the whole object
   */
  private record Place(int object, String part) {}

  private Losses() {}

  /** How many there were. */
  public static int of(Trace trace) {
    Losses losses = new Losses();
    trace
        .steps()
        .forEach(step -> losses.take(step, trace.objects().get(step.operation().object())));
    return losses.lost;
  }

  private void take(Step step, @Nullable SharedObject of) {
    Operation operation = step.operation();
    boolean collection = of != null && of.type().equals(SharedObject.COLLECTION);
    Place place = new Place(operation.object(), collection ? part(operation.detail()) : "");
    Map<Place, Integer> own = seen.computeIfAbsent(step.thread(), _ -> new HashMap<>());
    int now = writes.getOrDefault(place, 0);
    switch (operation.kind()) {
      case READ, SPIN, AWAIT -> own.put(place, now);
      case WRITE -> {
        Integer read = own.remove(place);
        lost += read != null && read != now ? 1 : 0;
        writes.put(place, now + 1);
      }
      case UPDATE -> {
        if (collection) {
          own.put(place, now);
        } else {
          own.remove(place);
          writes.put(place, now + 1);
        }
      }
      default -> {}
    }
  }

  /** Which part a detail begins with; what is written there stands behind it. */
  private static String part(String detail) {
    int end = detail.indexOf("] = ");
    return end < 0 ? detail : detail.substring(0, end + 1);
  }
}
