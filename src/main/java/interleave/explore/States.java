package interleave.explore;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The moments of a program that are known, up to a number. */
final class States {
  private final int most;
  private final Map<Numbers, State> all = new HashMap<>();

  /** How the program ended in each of its classes of equivalent orders. */
  private final Map<Numbers, Ending> endings = new HashMap<>();

  States(int most) {
    this.most = most;
  }

  /** The moment at which these are the threads' last events; null where there is no room for it. */
  @Nullable State at(int[] last) {
    Numbers key = new Numbers(trimmed(last));
    State known = all.get(key);
    if (known == null && all.size() < most) {
      known = new State(key.all());
      known.ending = endings.get(key);
      if (known.ending != null) {
        known.wasSeen = true;
        known.open(new int[0], new int[0]);
      }
      all.put(key, known);
    }
    return known;
  }

  private static int[] trimmed(int[] last) {
    int length = last.length;
    while (length > 0 && last[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(last, length);
  }

  /** Whether that is the first run that ended so; another ending than it had is said, too. */
  boolean end(int[] last, Ending ending) {
    return endings.putIfAbsent(new Numbers(trimmed(last)), ending) == null;
  }

  /** How the program ends there; null where no run did. */
  @Nullable Ending ending(int[] last) {
    return endings.get(new Numbers(trimmed(last)));
  }

  /** Forgets the moments, but not how the program ended. */
  void clear() {
    all.clear();
  }

  int size() {
    return all.size();
  }

  boolean isFull() {
    return all.size() >= most;
  }

  Collection<Ending> endings() {
    return endings.values();
  }
}
