package interleave.timeline.statistics;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.LaneTimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each thread was in which state. */
public final class ThreadSheet {
  private ThreadSheet() {}

  public static Sheet of(Inquiry asked) {
    List<ThreadState> states = states(asked.timeline());
    Map<ThreadLane, LaneTimes> all = new LinkedHashMap<>();
    for (ThreadLane lane : asked.timeline().lanes()) {
      asked.patience().check(lane.index());
      if (!lane.service()) {
        LaneTimes times = LaneTimes.of(asked.timeline(), lane, asked.range());
        if (asked.isWhole() || times.lived() > 0) {
          all.put(lane, times);
        }
      }
    }
    if (states.contains(ThreadState.NOT_TOLD)) {
      states.removeIf(state -> all.values().stream().allMatch(each -> each.in(state) == 0));
    }
    List<Sheet.Row> rows = new ArrayList<>();
    if (!seenOnly(asked.timeline())) {
      all.forEach((lane, times) -> rows.add(row(asked.timeline(), lane, times, states)));
    }
    List<String> columns = new ArrayList<>(List.of("thread", "lived"));
    states.forEach(state -> columns.add(state.name()));
    return Sheet.named(70, "threads", "wt", columns, rows);
  }

  /** Of single moments there are no times. */
  private static boolean seenOnly(Timeline timeline) {
    return timeline.sightings().size() > 0
        && timeline.lanes().stream().allMatch(ThreadLane::isSilent);
  }

  /** Where the system was not asked, nothing is known of what only it knows. */
  private static List<ThreadState> states(Timeline timeline) {
    List<ThreadState> all = new ArrayList<>(List.of(ThreadState.values()));
    if (!timeline.seesThreads() && !timeline.tellsStates()) {
      all.removeAll(List.of(ThreadState.READY, ThreadState.UNTRACED_WAIT));
    }
    if (timeline.processes().stream().allMatch(ProcessTrack::tellsRunning)) {
      all.remove(ThreadState.NOT_TOLD);
    }
    return all;
  }

  private static Sheet.Row row(
      Timeline timeline, ThreadLane lane, LaneTimes times, List<ThreadState> states) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(Lanes.full(timeline, lane.index())));
    cells.add(Cell.nanos(times.lived()));
    states.forEach(state -> cells.add(Cell.someNanos(times.in(state))));
    return new Sheet.Row(new ThingRef.Lane(lane.index()), cells.toArray(new Cell[0]));
  }
}
