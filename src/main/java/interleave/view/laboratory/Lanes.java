package interleave.view.laboratory;

import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lane is which thread of a run under control. */
final class Lanes {
  private final Timeline timeline;
  private final Trace trace;
  private final Map<ThreadId, Integer> lanes = new HashMap<>();

  private Lanes(Timeline timeline, Trace trace) {
    this.timeline = timeline;
    this.trace = trace;
  }

  /** The lanes of the threads that are in sight. */
  static Map<ThreadId, Integer> of(Timeline timeline, Trace trace) {
    Lanes lanes = new Lanes(timeline, trace);
    lanes.byStart();
    lanes.byName();
    return lanes.lanes;
  }

  /** Main, and whom each thread has started, in that order. */
  private void byStart() {
    Map<Integer, List<ThreadLane>> started = new HashMap<>();
    for (ThreadLane lane : own()) {
      Timeline.Arrow start = timeline.startOf(lane.index());
      started
          .computeIfAbsent(start == null ? -1 : start.fromLane(), _ -> new ArrayList<>())
          .add(lane);
    }
    Deque<ThreadId> open = new ArrayDeque<>();
    started.getOrDefault(-1, List.of()).stream()
        .filter(lane -> is(lane, ThreadId.MAIN))
        .findFirst()
        .ifPresent(
            main -> {
              lanes.put(ThreadId.MAIN, main.index());
              open.add(ThreadId.MAIN);
            });
    while (!open.isEmpty()) {
      ThreadId parent = open.remove();
      int number = 0;
      for (ThreadLane child : started.getOrDefault(lanes.get(parent), List.of())) {
        ThreadId id = parent.child(++number);
        if (is(child, id)) {
          lanes.put(id, child.index());
          open.add(id);
        }
      }
    }
  }

  /** Who starts others out of sight, such as a pool, is not known to have: those go by name. */
  private void byName() {
    trace.threads().keySet().stream()
        .sorted()
        .filter(id -> !lanes.containsKey(id))
        .forEach(
            id ->
                own().stream()
                    .filter(lane -> is(lane, id) && !lanes.containsValue(lane.index()))
                    .findFirst()
                    .ifPresent(lane -> lanes.put(id, lane.index())));
  }

  private boolean is(ThreadLane lane, ThreadId id) {
    return lane.name().equals(trace.threads().get(id));
  }

  /** The lanes of the process that is controlled, as its threads were made. */
  private List<ThreadLane> own() {
    return timeline.lanes().stream()
        .filter(lane -> lane.process() == 0)
        .sorted(Comparator.comparingLong(ThreadLane::start).thenComparingLong(ThreadLane::id))
        .toList();
  }
}
