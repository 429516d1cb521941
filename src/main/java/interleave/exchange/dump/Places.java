package interleave.exchange.dump;

import java.util.HashMap;
import java.util.Map;

/** Where in a dump the thread stands that another part of it names. */
final class Places {
  /** More than one thread has that name. */
  private static final int SEVERAL = -1;

  private final Map<String, Integer> byKey = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();

  Places(ThreadDump dump) {
    for (int i = 0; i < dump.threads.size(); i++) {
      SeenThread each = dump.threads.get(i);
      byKey.putIfAbsent(each.key, i);
      byName.merge(each.name, i, (_, _) -> SEVERAL);
    }
  }

  /** By its number, as {@code #23}; -1 where there is none. */
  int ofKey(String key) {
    return byKey.getOrDefault(key, -1);
  }

  /** By its number or its name; -1 where none or more than one is called so. */
  int of(String owner) {
    int place = ofKey(owner);
    return place >= 0 ? place : byName.getOrDefault(owner, -1);
  }
}
