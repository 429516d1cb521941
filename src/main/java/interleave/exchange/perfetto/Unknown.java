package interleave.exchange.perfetto;

import java.util.HashMap;
import java.util.Map;

/** Counts what a file holds that is not drawn, by what the format calls it. */
final class Unknown {
  /** No tool writes so many kinds of things. */
  private static final int MOST_KINDS = 2000;

  private final FieldNames names;
  private final Map<String, Map<Integer, long[]>> fields = new HashMap<>();
  private final Map<String, Long> others = new HashMap<>();
  private int kinds;

  Unknown(FieldNames names) {
    this.names = names;
  }

  /** One more of that field in that sort of message. */
  void add(String message, int field) {
    long[] count = fields.computeIfAbsent(message, _ -> new HashMap<>()).get(field);
    if (count == null) {
      if (++kinds > MOST_KINDS) {
        return;
      }
      count = new long[1];
      fields.get(message).put(field, count);
    }
    count[0]++;
  }

  /** So many more of what this calls so. */
  void add(String what, long count) {
    if (count > 0) {
      others.merge(what, count, Long::sum);
    }
  }

  /** How many there were of each, by its name. */
  Map<String, Long> all() {
    Map<String, Long> all = new HashMap<>(others);
    fields.forEach(
        (message, each) ->
            each.forEach(
                (field, count) -> all.merge(names.of(message, field), count[0], Long::sum)));
    return all;
  }
}
