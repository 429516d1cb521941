package interleave.timeline.derive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What locks and synchronizers are called where there is little room. */
final class ShortNames {
  /** How many there are of each simple name; labels of snapshots ask it, on any thread. */
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  void add(InternedObject thing) {
    counts.merge(simple(thing.name), 1, Integer::sum);
  }

  void renamed(String before, InternedObject thing) {
    counts.merge(simple(before), -1, Integer::sum);
    add(thing);
  }

  /** The field's name alone where no other has the same. */
  String of(InternedObject thing) {
    String simple = simple(thing.name);
    return counts.getOrDefault(simple, 0) > 1 ? thing.name : simple;
  }

  /** {@code balance} for {@code Bank.balance}; {@code Bank.class} stays as it is. */
  static String simple(String name) {
    return name.endsWith(".class") ? name : name.substring(name.lastIndexOf('.') + 1);
  }
}
