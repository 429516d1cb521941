package interleave.view.source;

import interleave.timeline.LockTrack;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
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
      if (lane.start() > playhead || lane.end() < playhead || waitsForWork(lane, playhead)) {
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

  /**
   * Whether it is at no line of the program: a service thread, or a pool's worker without a task.
   */
  private static boolean waitsForWork(ThreadLane lane, long playhead) {
    Spans spans = lane.spans();
    int i = spans.at(playhead);
    return lane.service()
        || (i >= 0 && spans.about(i) == Spans.About.POOL && spans.end(i) > playhead);
  }

  /** The place in the source that any thread came to last, in whichever file. */
  public static Optional<Site> newest(Timeline timeline, long playhead) {
    Place newest = new Place(Long.MIN_VALUE, 0);
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      if (lane.start() <= playhead && lane.end() >= playhead && !waitsForWork(lane, playhead)) {
        Place place = place(timeline, lane, playhead);
        newest = newest.later(place.time(), place.site());
      }
    }
    return newest.site() == 0 ? Optional.empty() : Optional.of(timeline.site(newest.site()));
  }

  /** Where in the source a thing happened; empty where that is not known or not one place. */
  public static Optional<Site> of(Timeline timeline, ThingRef thing) {
    try {
      Site site = timeline.site(index(timeline, thing));
      return site.line() > 0 ? Optional.of(site) : Optional.empty();
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty(); // it is of another run
    }
  }

  private static int index(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Span(int lane, long start) -> {
        Spans spans = timeline.lanes().get(lane).spans();
        yield spans.site(spans.at(start));
      }
      case ThingRef.Hold(int lock, long start) -> {
        LockTrack.Holds holds = timeline.locks().get(lock).holds();
        yield holds.site(holds.at(start));
      }
      case ThingRef.Access(int variable, int i) -> timeline.variables().get(variable).site(i);
      case ThingRef.Message(int queue, int i) -> timeline.queues().get(queue).message(i).putSite();
      case ThingRef.Process _,
          ThingRef.Host _,
          ThingRef.Lane _,
          ThingRef.Crowd _,
          ThingRef.CrowdMoment _,
          ThingRef.Group _,
          ThingRef.GroupMoment _,
          ThingRef.Lock _,
          ThingRef.HoldSum _,
          ThingRef.Synchronizer _,
          ThingRef.Opening _,
          ThingRef.Queue _,
          ThingRef.Variable _,
          ThingRef.LostUpdate _,
          ThingRef.Pool _,
          ThingRef.Task _,
          ThingRef.Pipe _,
          ThingRef.Slice _,
          ThingRef.Track _,
          ThingRef.Moment _,
          ThingRef.WideMoment _,
          ThingRef.Flow _,
          ThingRef.Counter _,
          ThingRef.CounterValue _,
          ThingRef.Gil _,
          ThingRef.GilHold _,
          ThingRef.Cpu _,
          ThingRef.Line _,
          ThingRef.Phase _,
          ThingRef.Local _,
          ThingRef.Deadlock _ ->
          0;
      case ThingRef.Sighting(int index) -> timeline.sightings().get(index).site();
    };
  }

  static boolean isOf(Site site, String file) {
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
