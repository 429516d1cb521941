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
  private final Tracks tracks;

  private record Known(ObjectType type, long key) {}

  SharedNames(Tracks tracks) {
    this.tracks = tracks;
  }

  /** A thing was defined, maybe without a name. */
  void defined(InternedObject thing) {
    ObjectType type = thing.type;
    if (type == null || thing.key == 0) {
      return;
    }
    Known known = new Known(type, thing.key);
    String name = thing.name.isEmpty() ? names.get(known) : thing.name;
    if (name == null) {
      nameless.computeIfAbsent(known, _ -> new ArrayList<>()).add(thing);
      return;
    }
    names.put(known, name);
    name(thing, name);
    List<InternedObject> others = nameless.remove(known);
    if (others != null) {
      others.forEach(other -> name(other, name));
    }
  }

  private void name(InternedObject thing, String name) {
    if (thing.name.isEmpty()) {
      thing.name = name;
      tracks.renamed(thing, "");
    }
  }
}
