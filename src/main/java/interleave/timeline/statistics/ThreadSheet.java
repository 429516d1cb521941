package interleave.timeline.statistics;

import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import java.util.ArrayList;
import java.util.List;

/** How long each thread was in which state. */
public final class ThreadSheet {
  private ThreadSheet() {}

  public static Sheet of(Timeline timeline) {
    List<List<String>> rows =
        timeline.lanes().stream()
            .filter(lane -> !lane.service())
            .limit(Sheet.MOST)
            .map(lane -> row(timeline, lane))
            .toList();
    List<String> columns = new ArrayList<>(List.of("thread"));
    states(timeline).forEach(state -> columns.add(state.name()));
    return Sheet.of(70, "threads", columns, rows);
  }

  /** Where the system was not asked, nothing is known of what only it knows. */
  private static List<ThreadState> states(Timeline timeline) {
    List<ThreadState> all = new ArrayList<>(List.of(ThreadState.values()));
    if (!timeline.seesThreads()) {
      all.removeAll(List.of(ThreadState.READY, ThreadState.UNTRACED_WAIT));
    }
    return all;
  }

  private static List<String> row(Timeline timeline, ThreadLane lane) {
    List<String> row = new ArrayList<>(List.of(Lanes.full(timeline, lane.index())));
    long end = Math.min(lane.end(), timeline.now());
    for (ThreadState state : states(timeline)) {
      long ns = lane.spans().nanosIn(state, lane.start(), end);
      row.add(ns == 0 ? "–" : Durations.show(ns));
    }
    return row;
  }
}
