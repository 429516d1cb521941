package interleave.exchange.export.perfetto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts of one sort that are written once, and after that stand as numbers. */
final class Interned {
  private final int field;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> fresh = new ArrayList<>();

  /**
   * @param field of a packet's names in which these stand
   */
  Interned(int field) {
    this.field = field;
  }

  int of(String text) {
    Integer known = numbers.get(text);
    if (known == null) {
      known = numbers.size() + 1;
      numbers.put(text, known);
      fresh.add(text);
    }
    return known;
  }

  int size() {
    return numbers.size();
  }

  boolean hasFresh() {
    return !fresh.isEmpty();
  }

  /** Writes those that have not been written yet. */
  void write(Message names) {
    int number = numbers.size() - fresh.size();
    for (String each : fresh) {
      names.begin(field).number(1, ++number).text(2, each).end();
    }
    fresh.clear();
  }

  /** From here on all begins anew. */
  void clear() {
    numbers.clear();
    fresh.clear();
  }
}
