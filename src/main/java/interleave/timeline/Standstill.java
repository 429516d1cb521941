package interleave.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which threads can never go on because of a deadlock: its members, who waits for a lock that one
 * of them holds, who waits for the end of one of them, and so forth.
 */
public final class Standstill {
  private final Timeline timeline;
  private final Set<Integer> lanes = new HashSet<>();

  private Standstill(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Whether nothing but a deadlock keeps the first process of the run from ending. */
  public static boolean isWhole(Timeline timeline) {
    Standstill standstill = new Standstill(timeline);
    standstill.find();
    return !standstill.lanes.isEmpty() && standstill.standsStill(0);
  }

  private void find() {
    for (Deadlock deadlock : timeline.deadlocks()) {
      if (deadlock.end() == Timeline.OPEN) {
        deadlock.members().forEach(member -> lanes.add(member.lane()));
      }
    }
    int before = 0;
    while (lanes.size() > before) {
      before = lanes.size();
      for (ThreadLane lane : timeline.lanes()) {
        if (lives(lane) && !lanes.contains(lane.index()) && waitsForOne(lane)) {
          lanes.add(lane.index());
        }
      }
    }
  }

  private static boolean lives(ThreadLane lane) {
    return lane.start() != Timeline.OPEN && lane.end() == Timeline.OPEN;
  }

  private boolean waitsForOne(ThreadLane lane) {
    Spans spans = lane.spans();
    int last = spans.size() - 1;
    if (last < 0 || spans.object(last) < 0) {
      return false;
    }
    int object = spans.object(last);
    return switch (spans.state(last)) {
      case LOCK_WAIT -> spans.about(last) == Spans.About.LOCK && lanes.contains(holder(object));
      case JOINING ->
          switch (spans.about(last)) {
            case LANE -> lanes.contains(object);
            case PROCESS -> standsStill(object);
            default -> false;
          };
      default -> false;
    };
  }

  private int holder(int lock) {
    LockTrack.Holds holds = timeline.locks().get(lock).holds();
    int last = holds.size() - 1;
    return last >= 0 && holds.end(last) == Timeline.OPEN ? holds.lane(last) : -1;
  }

  /** Whether all threads of a process that keep it alive are among those. */
  private boolean standsStill(int process) {
    List<ThreadLane> keepers =
        timeline.processes().get(process).lanes().stream()
            .map(timeline.lanes()::get)
            .filter(lane -> lives(lane) && !lane.daemon() && !lane.service())
            .toList();
    return !keepers.isEmpty() && keepers.stream().allMatch(lane -> lanes.contains(lane.index()));
  }
}
