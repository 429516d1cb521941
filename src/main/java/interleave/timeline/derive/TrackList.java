package interleave.timeline.derive;

import interleave.event.ObjectType;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.derive.InternedObject.Sort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of one sort, in the order in which events first spoke of them. What several processes
 * have is another thing in each, and one track by its key.
 */
final class TrackList<B> {
  private final Sort sort;

  /** Of no use in a model that was kept. */
  private final transient Maker<B> maker;

  private final ObjectColumn<B> built = new ObjectColumn<>();

  /** Of each track the first of the things that turned out to be it. */
  private final ObjectColumn<InternedObject> things = new ObjectColumn<>();

  private final Map<Shared, Integer> byKey = new HashMap<>();

  /** Makes the builder of a track. */
  interface Maker<B> {
    B make(int index, InternedObject thing);
  }

  private record Shared(@Nullable ObjectType type, long key) {}

  TrackList(Sort sort, Maker<B> maker) {
    this.sort = sort;
    this.maker = maker;
  }

  /** The track that a thing is, which is made when it is spoken of for the first time. */
  B of(InternedObject named) {
    InternedObject thing = named.as(sort);
    if (thing.track == InternedObject.NO_TRACK) {
      thing.track = known(thing, built.size());
      if (thing.track == built.size()) {
        built.add(maker.make(thing.track, thing));
        things.add(thing);
      }
    }
    return built.get(thing.track);
  }

  /** The track that another process' thing with the same key has already, or {@code next}. */
  private int known(InternedObject thing, int next) {
    if (thing.key == 0 || !sort.isShared()) {
      return next;
    }
    ObjectType type = sort == Sort.SYNCHRONIZER ? thing.type : null;
    Integer before = byKey.putIfAbsent(new Shared(type, thing.key), next);
    return before == null ? next : before;
  }

  int size() {
    return built.size();
  }

  B get(int index) {
    return built.get(index);
  }

  List<B> view() {
    return built.view();
  }

  List<InternedObject> things() {
    return things.view();
  }

  /** The first of the things that turned out to be that track. */
  InternedObject thing(int index) {
    return things.get(index);
  }

  /** Whether the track of a thing got its name from that thing. */
  boolean isNamedBy(InternedObject thing) {
    return things.get(thing.track) == thing;
  }
}
