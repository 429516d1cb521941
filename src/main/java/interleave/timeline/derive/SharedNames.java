package interleave.timeline.derive;

import interleave.event.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of things that several processes have: who made the thing knows what the program calls
 * it; the others know its key only.
 */
final class SharedNames {
  private final Map<Known, String> names = new HashMap<>();
  private final Map<Known, List<InternedObject>> nameless = new HashMap<>();

  private record Known(ObjectType type, long key) {}

  /** A thing was defined, maybe without a name; returns the things that got one by that. */
  List<InternedObject> defined(InternedObject thing) {
    ObjectType type = thing.type;
    if (type == null || thing.key == 0) {
      return List.of();
    }
    Known known = new Known(type, thing.key);
    String name = thing.name.isEmpty() ? names.get(known) : thing.name;
    if (name == null) {
      nameless.computeIfAbsent(known, _ -> new ArrayList<>()).add(thing);
      return List.of();
    }
    names.put(known, name);
    List<InternedObject> named = new ArrayList<>();
    name(thing, name, named);
    List<InternedObject> waiting = nameless.remove(known);
    if (waiting != null) {
      waiting.forEach(other -> name(other, name, named));
    }
    return named;
  }

  private static void name(InternedObject thing, String name, List<InternedObject> named) {
    if (thing.name.isEmpty()) {
      thing.name = name;
      named.add(thing);
    }
  }
}
