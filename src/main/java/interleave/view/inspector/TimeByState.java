package interleave.view.inspector;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.LaneTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long threads were in each state, over the whole run. */
public final class TimeByState {
  /** One bar. */
  public record Bar(String name, Map<ThreadState, Long> nanos, long whole) {}

  private TimeByState() {}

  /**
   * One bar for each of the threads that lived longest, at most {@code most}, in their order in the
   * timeline; none where nothing is told of any.
   */
  public static List<Bar> of(Timeline timeline, int most) {
    List<ThreadLane> lanes =
        timeline.foremostLanes().stream()
            .map(timeline.lanes()::get)
            .filter(lane -> !lane.service())
            .sorted(Comparator.comparingLong((ThreadLane lane) -> -length(timeline, lane)))
            .limit(most)
            .sorted(Comparator.comparingInt(ThreadLane::index))
            .toList();
    List<Bar> bars = new ArrayList<>();
    for (ThreadLane lane : lanes) {
      bars.add(bar(timeline, lane));
    }
    return bars.stream().anyMatch(TimeByState::tells) ? bars : List.of();
  }

  /** A file of another tool may tell nothing of what threads do. */
  private static boolean tells(Bar bar) {
    return bar.nanos().keySet().stream().anyMatch(state -> state != ThreadState.NOT_TOLD);
  }

  private static long length(Timeline timeline, ThreadLane lane) {
    return Math.max(0, Math.min(lane.end(), timeline.now()) - lane.start());
  }

  private static Bar bar(Timeline timeline, ThreadLane lane) {
    Map<ThreadState, Long> nanos = new EnumMap<>(ThreadState.class);
    LaneTimes times = LaneTimes.of(timeline, lane);
    for (ThreadState state : ThreadState.values()) {
      long ns = times.in(state);
      if (ns > 0) {
        nanos.put(state, ns);
      }
    }
    return new Bar(name(timeline, lane), nanos, Math.max(1, length(timeline, lane)));
  }

  private static String name(Timeline timeline, ThreadLane lane) {
    if (lane.process() >= 0 && timeline.processes().size() > 1) {
      ProcessTrack process = timeline.processes().get(lane.process());
      return process.lanes().size() < 2 ? process.name() : Lanes.brief(timeline, lane.index());
    }
    return lane.name();
  }
}
