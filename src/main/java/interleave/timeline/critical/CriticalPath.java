package interleave.timeline.critical;

import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.range.LaneTimes;
import interleave.timeline.range.TimeRange;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a range took as long as it did for: legs that follow each other without gap or overlap, up
 * to the end of the range. From the thread that ran last it goes back in time; where that one
 * waited, it changes to the thread that ended the wait, at the moment at which it did; where a
 * thread begins, to the one that started it. A wait of which nobody is known to have ended it is no
 * way out: the path stays. Where nothing ran at the end, the last leg is on no lane.
 *
 * @param range of which it is the path
 * @param legs in the order of time
 * @param cut whether it was given up before it had come to the beginning, as it has so many legs
 */
public record CriticalPath(TimeRange range, List<Leg> legs, boolean cut) {
  public CriticalPath {
    legs = List.copyOf(legs);
  }

  public long length() {
    return legs.isEmpty() ? 0 : legs.getLast().to() - legs.getFirst().from();
  }

  /** When nothing ran any more; the end of the range where something did until then. */
  public long stillSince() {
    return !legs.isEmpty() && legs.getLast().isStill() ? legs.getLast().from() : range.to();
  }

  /** How long the path lies on each lane, on which it lies longest first. */
  public List<Map.Entry<Integer, Long>> lanes() {
    Map<Integer, Long> sums = new LinkedHashMap<>();
    legs.stream()
        .filter(leg -> !leg.isStill())
        .forEach(leg -> sums.merge(leg.lane(), leg.length(), Long::sum));
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** How long of it threads waited of which nobody is known to have let them go on. */
  public long unknown(Timeline timeline) {
    long ns = 0;
    for (Leg leg : legs) {
      if (!leg.isStill()) {
        ThreadLane lane = timeline.lanes().get(leg.lane());
        LaneTimes times = LaneTimes.of(timeline, lane, new TimeRange(leg.since(), leg.to()));
        ns += times.waited();
      }
    }
    return ns;
  }

  /** Of how long of it nothing is told of what threads did. */
  public long untold(Timeline timeline) {
    long ns = 0;
    for (Leg leg : legs) {
      if (!leg.isStill()) {
        ThreadLane lane = timeline.lanes().get(leg.lane());
        TimeRange range = new TimeRange(leg.since(), leg.to());
        ns += LaneTimes.of(timeline, lane, range).in(ThreadState.NOT_TOLD);
      }
    }
    return ns;
  }

  /** The leg that lasts at that time, -1 for none. */
  public int at(long time) {
    int low = 0;
    int high = legs.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (legs.get(middle).to() <= time) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return low < legs.size() && legs.get(low).from() <= time ? low : -1;
  }
}
