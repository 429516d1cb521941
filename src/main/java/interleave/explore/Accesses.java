package interleave.explore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who came to each object last, while events happen one after the other: those that the next one
 * there comes after. Two that only look come in no order.
 */
final class Accesses {
  private static final int[] NONE = {};

  /** By object: the last that changed it, 0 for none, and those that looked since. */
  private final Map<Integer, int[]> last = new HashMap<>();

  /** Whether an operation only looks: two such on one object may come in any order. */
  static boolean isLook(Operation.Kind kind) {
    return kind == Operation.Kind.READ || kind == Operation.Kind.JOIN;
  }

  /** The events that one of that kind on the object comes after. */
  int[] before(int object, Operation.Kind kind) {
    int[] known = object == 0 ? null : last.get(object);
    if (known == null) {
      return NONE;
    }
    if (isLook(kind)) {
      return known[0] == 0 ? NONE : new int[] {known[0]};
    }
    return known[0] == 0 ? Arrays.copyOfRange(known, 1, known.length) : known;
  }

  void add(int object, Operation.Kind kind, int event) {
    if (object == 0) {
      return;
    }
    if (!isLook(kind)) {
      last.put(object, new int[] {event});
      return;
    }
    int[] known = last.getOrDefault(object, new int[] {0});
    int[] longer = Arrays.copyOf(known, known.length + 1);
    longer[known.length] = event;
    last.put(object, longer);
  }
}
