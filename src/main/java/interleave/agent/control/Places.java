package interleave.agent.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places in the program's source at which threads stand, numbered. */
final class Places {
  /** A place that is not known. */
  static final Place NONE = new Place("", 0, null);

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final List<Place> ALL = new ArrayList<>(List.of(NONE));
  private static volatile Place[] known = {NONE};

  /**
   * A line.
   *
   * @param name of the field or variable from which the object was read; null where not known
   */
  record Place(String file, int line, @Nullable String name) {}

  private Places() {}

  static synchronized int number(String file, int line, @Nullable String name) {
    String key = file.concat(":").concat(Integer.toString(line)).concat(":").concat("" + name);
    Integer found = NUMBERS.get(key);
    if (found == null) {
      found = ALL.size();
      ALL.add(new Place(file, line, name));
      NUMBERS.put(key, found);
      known = ALL.toArray(new Place[0]);
    }
    return found;
  }

  static Place at(int number) {
    return known[number];
  }
}
