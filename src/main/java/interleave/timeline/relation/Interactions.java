package interleave.timeline.relation;

import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.Wakes;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What interacts with a thing: of a thread what it used, and the threads that used that too,
 * started it, were started or joined by it, or were let go on; of anything else the threads that
 * used it; of a process what that is of its threads.
 */
public final class Interactions {
  private final Timeline timeline;
  private final BooleanSupplier stop;
  private final Set<ThingRef> found = new HashSet<>();

  private Interactions(Timeline timeline, BooleanSupplier stop) {
    this.timeline = timeline;
    this.stop = stop;
  }

  /**
   * Those things, {@code thing} among them.
   *
   * @param thing what has a row: a process, a thread, a lock, a queue
   * @param stop asked now and then, ends it early
   */
  public static Set<ThingRef> of(Timeline timeline, ThingRef thing, BooleanSupplier stop) {
    Interactions made = new Interactions(timeline, stop);
    made.look(thing);
    return Set.copyOf(made.found);
  }

  private void look(ThingRef thing) {
    found.add(thing);
    BitSet lanes = lanes(thing);
    Map<ThingRef, BitSet> users = Users.of(timeline, stop);
    if (lanes.isEmpty()) {
      add(users.getOrDefault(thing, new BitSet()));
      return;
    }
    add(lanes);
    users.forEach(
        (shared, all) -> {
          if (all.intersects(lanes)) {
            found.add(shared);
            add(all);
          }
        });
    arrows(lanes);
    wakes(lanes);
  }

  /** Of a thread or a process; none of anything else. */
  private BitSet lanes(ThingRef thing) {
    BitSet lanes = new BitSet();
    if (thing instanceof ThingRef.Lane(int lane)) {
      lanes.set(lane);
    } else if (thing instanceof ThingRef.Process(int process)) {
      timeline.processes().get(process).lanes().forEach(lanes::set);
    }
    return lanes;
  }

  private void arrows(BitSet lanes) {
    for (Timeline.Arrow arrow : timeline.arrows()) {
      boolean from = arrow.fromLane() >= 0 && lanes.get(arrow.fromLane());
      boolean to = arrow.toLane() >= 0 && lanes.get(arrow.toLane());
      if (from || to) {
        add(from ? arrow.toLane() : arrow.fromLane());
        addProcess(from ? arrow.toProcess() : arrow.fromProcess());
      }
    }
  }

  private void wakes(BitSet lanes) {
    Wakes wakes = timeline.wakes();
    for (int i = 0; i < wakes.size(); i++) {
      if (i % 4_096 == 0 && stop.getAsBoolean()) {
        return;
      }
      int from = wakes.fromLane(i);
      int to = wakes.toLane(i);
      if (from >= 0 && to >= 0 && (lanes.get(from) || lanes.get(to))) {
        add(lanes.get(from) ? to : from);
      }
    }
  }

  private void add(BitSet lanes) {
    lanes.stream().forEach(this::add);
  }

  private void add(int lane) {
    if (lane >= 0 && lane < timeline.lanes().size()) {
      ThreadLane found = timeline.lanes().get(lane);
      this.found.add(new ThingRef.Lane(lane));
      addProcess(found.process());
    }
  }

  private void addProcess(int process) {
    if (process >= 0) {
      found.add(new ThingRef.Process(process));
    }
  }
}
