package interleave.view.source;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the line each thread is at: the place of the latest thing it did at or before the playhead,
 * be it the beginning of a span, a read or write of a watched variable, or a lock it got.
 */
public final class LineMarks {
  /** How many accesses of a variable are looked through for a thread's last one. */
  private static final int LOOK_BACK = 64;

  private record Place(long time, int site) {
    Place later(long otherTime, int otherSite) {
      return otherSite != 0 && otherTime >= time ? new Place(otherTime, otherSite) : this;
    }
  }

  private LineMarks() {}

  /**
   * Marks in a file, the line that was come to last first.
   *
   * @param file a whole path; or a simple name, whichever folder it is in: a scenario runs from a
   *     folder that nobody knows
   */
  public static List<LineMark> at(Timeline timeline, long playhead, String file) {
    Map<Integer, LineMark> marks = new HashMap<>();
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      if (lane.service() || lane.start() > playhead || lane.end() < playhead) {
        continue;
      }
      Place place = place(timeline, lane, playhead);
      Site site = timeline.site(place.site());
      if (site.line() > 0 && isOf(site, file)) {
        LineMark mark =
            new LineMark(
                site.line(), List.of(lane.index()), state(lane.spans(), playhead), place.time());
        marks.merge(site.line(), mark, LineMarks::both);
      }
    }
    return marks.values().stream()
        .sorted(Comparator.comparingLong(LineMark::time).reversed())
        .toList();
  }

  /** The place in the source that any thread came to last, in whichever file. */
  public static Optional<Site> newest(Timeline timeline, long playhead) {
    Place newest = new Place(Long.MIN_VALUE, 0);
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      if (!lane.service() && lane.start() <= playhead && lane.end() >= playhead) {
        Place place = place(timeline, lane, playhead);
        newest = newest.later(place.time(), place.site());
      }
    }
    return newest.site() == 0 ? Optional.empty() : Optional.of(timeline.site(newest.site()));
  }

  private static boolean isOf(Site site, String file) {
    return site.file().equals(file) || site.simpleFile().equals(file);
  }

  private static Place place(Timeline timeline, ThreadLane lane, long playhead) {
    Spans spans = lane.spans();
    Place place = new Place(Long.MIN_VALUE, 0);
    int span = spans.at(playhead);
    while (span >= 0 && place.site() == 0) {
      place = place.later(spans.start(span), spans.site(span));
      span--;
    }
    int hold = lane.holds().at(playhead);
    if (hold >= 0) {
      place = place.later(lane.holds().start(hold), lane.holds().site(hold));
    }
    for (VariableTrack variable : timeline.variables()) {
      int last = variable.at(playhead);
      for (int i = last; i >= 0 && i > last - LOOK_BACK; i--) {
        if (variable.lane(i) == lane.index()) {
          place = place.later(variable.time(i), variable.site(i));
          break;
        }
      }
    }
    return place;
  }

  private static ThreadState state(Spans spans, long playhead) {
    int i = spans.at(playhead);
    return i < 0 || spans.end(i) <= playhead ? ThreadState.RUNNING : spans.state(i);
  }

  private static LineMark both(LineMark one, LineMark other) {
    LineMark later = other.time() > one.time() ? other : one;
    List<Integer> lanes = new ArrayList<>(one.lanes());
    lanes.addAll(other.lanes());
    return new LineMark(one.line(), List.copyOf(lanes), later.state(), later.time());
  }
}
