package interleave.timeline.derive.seen;

import interleave.event.SeenState;
import interleave.timeline.Sightings;
import interleave.timeline.derive.seen.SeenBuilder.Things;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sightings up to now. */
final class SeenView implements Sightings {
  private final SeenColumns seen;
  private final List<Moment> moments;
  private final Things things;
  private final int size;
  private final Map<Integer, List<Integer>> ofLane;
  private final Map<Integer, List<Integer>> heldBy;
  private final Map<Integer, List<Integer>> waiting;
  private final Map<Integer, List<Integer>> holding;

  SeenView(SeenColumns seen, List<Moment> moments, Things things) {
    this.seen = seen;
    this.moments = moments;
    this.things = things;
    size = seen.times.size();
    ofLane = seen.ofLane.view();
    heldBy = seen.heldBy.view();
    waiting = byLock(seen.waiting.view());
    holding = byLock(seen.holding.view());
  }

  private Map<Integer, List<Integer>> byLock(Map<Integer, List<Integer>> byThing) {
    Map<Integer, List<Integer>> byLock = new HashMap<>();
    byThing.forEach(
        (thing, rows) -> {
          int lock = things.lock(thing);
          if (lock >= 0) {
            byLock.put(lock, rows);
          }
        });
    return byLock;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Sighting get(int i) {
    java.util.Objects.checkIndex(i, size);
    int flags = seen.flags.get(i);
    int thing = seen.things.get(i);
    return new Sighting(
        seen.lanes.get(i),
        seen.times.get(i),
        SeenState.of(flags),
        (flags & SeenState.TIMED) != 0,
        (flags & SeenState.WITH_GIL) != 0,
        thing < 0 ? -1 : things.lock(thing),
        thing < 0 ? "" : things.name(thing),
        seen.owners.get(i),
        seen.sites.get(i),
        seen.stacks.get(i),
        seen.moments.get(i));
  }

  @Override
  public Held held(int i) {
    int thing = seen.heldThings.get(i);
    return new Held(
        seen.heldLanes.get(i),
        things.lock(thing),
        things.name(thing),
        seen.heldTimes.get(i),
        seen.heldSites.get(i));
  }

  @Override
  public List<Integer> ofLane(int lane) {
    return ofLane.getOrDefault(lane, List.of());
  }

  @Override
  public List<Integer> heldBy(int lane) {
    return heldBy.getOrDefault(lane, List.of());
  }

  @Override
  public List<Integer> waitingFor(int lock) {
    return waiting.getOrDefault(lock, List.of());
  }

  @Override
  public List<Integer> holdsOf(int lock) {
    return holding.getOrDefault(lock, List.of());
  }

  @Override
  public List<Moment> moments() {
    return moments;
  }
}
