package interleave.view.source;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.ArrayList;
import java.util.List;

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

  /** Marks in a file of that simple name, by line. */
  public static List<LineMark> at(Timeline timeline, long playhead, String file) {
    List<LineMark> marks = new ArrayList<>();
    for (ThreadLane lane : timeline.lanes()) {
      if (lane.service() || lane.start() > playhead || lane.end() < playhead) {
        continue;
      }
      Site site = timeline.site(place(timeline, lane, playhead).site());
      if (site.line() > 0 && site.file().equals(file)) {
        add(marks, site.line(), lane, state(lane.spans(), playhead));
      }
    }
    return marks;
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

  private static void add(List<LineMark> marks, int line, ThreadLane lane, ThreadState state) {
    for (int i = 0; i < marks.size(); i++) {
      LineMark mark = marks.get(i);
      if (mark.line() == line) {
        List<Integer> lanes = new ArrayList<>(mark.lanes());
        lanes.add(lane.index());
        marks.set(i, new LineMark(line, List.copyOf(lanes), mark.state()));
        return;
      }
    }
    marks.add(new LineMark(line, List.of(lane.index()), state));
  }
}
