package interleave.exchange.export.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by their numbers, each once; 0 is the empty one. */
final class Texts {
  /** Longer ones end there: a page shows a line. */
  private static final int MOST = 2_000;

  private final List<String> all = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Texts() {
    number("");
  }

  int number(String text) {
    String kept = text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    Integer known = numbers.get(kept);
    if (known == null) {
      known = all.size();
      numbers.put(kept, known);
      all.add(kept);
    }
    return known;
  }

  List<String> all() {
    return all;
  }
}
