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
import java.util.List;

/** How long each thread was in which state. */
public final class ThreadSheet {
  private ThreadSheet() {}

  public static Sheet of(Inquiry asked) {
    List<ThreadState> states = states(asked.timeline());
    List<Sheet.Row> rows = new ArrayList<>();
    for (ThreadLane lane : asked.timeline().lanes()) {
      asked.patience().check(lane.index());
      if (!lane.service()) {
        LaneTimes times = LaneTimes.of(asked.timeline(), lane, asked.range());
        if (asked.isWhole() || times.lived() > 0) {
          rows.add(row(asked.timeline(), lane, times, states));
        }
      }
    }
    List<String> columns = new ArrayList<>(List.of("thread", "lived"));
    states.forEach(state -> columns.add(state.name()));
    return Sheet.named(70, "threads", "wt", columns, rows);
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
