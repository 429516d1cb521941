package interleave.timeline.critical;

import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.TimeRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes from the end of a range back to what it took as long as it did for. */
public final class PathFinder {
  /** A path of more legs is left off at its beginning. */
  private static final int MOST = 200_000;

  private final Inquiry asked;
  private final Timeline timeline;
  private final TimeRange range;
  private final Releases releases;
  private final List<Leg> legs = new ArrayList<>();

  /** Where the path was at that very time: it does not go in circles. */
  private final Set<Integer> seen = new HashSet<>();

  private int lane = -1;
  private long end;
  private int steps;

  private PathFinder(Inquiry asked) {
    this.asked = asked;
    timeline = asked.timeline();
    range = asked.range();
    releases = new Releases(timeline);
  }

  public static CriticalPath of(Inquiry asked) {
    return new PathFinder(asked).find();
  }

  private CriticalPath find() {
    begin();
    if (lane < 0 || end <= range.from()) {
      return new CriticalPath(range, List.of(), false);
    }
    if (end < range.to()) {
      legs.add(new Leg(-1, end, end, range.to(), null));
    }
    boolean goesOn = true;
    while (goesOn && legs.size() < MOST) {
      goesOn = leg();
    }
    Collections.reverse(legs);
    return new CriticalPath(range, legs, goesOn);
  }

  /** The thread that ran last; a daemon, which holds up no program, only where no other ran. */
  private void begin() {
    begin(false);
    if (end <= range.from()) {
      begin(true);
    }
  }

  /** Of several those first that do not sleep, then whoever came first. */
  private void begin(boolean daemons) {
    long best = Long.MIN_VALUE;
    boolean sleeping = true;
    for (ThreadLane each : timeline.lanes()) {
      asked.patience().check(each.index());
      if (each.service() || each.kind() == ThreadLane.Kind.CARRIER || each.daemon() && !daemons) {
        continue;
      }
      long until = activeUntil(each);
      boolean sleeps = sleeps(each);
      if (until > best || (until == best && sleeping && !sleeps)) {
        best = until;
        sleeping = sleeps;
        lane = each.index();
      }
    }
    end = best;
  }

  private boolean sleeps(ThreadLane each) {
    int i = each.spans().at(range.to() - 1);
    return i >= 0 && each.spans().state(i) == ThreadState.SLEEPING;
  }

  /** Up to when it did something by itself within the range. */
  private long activeUntil(ThreadLane each) {
    Spans spans = each.spans();
    int i = spans.at(range.to() - 1);
    if (i < 0) {
      return Long.MIN_VALUE;
    }
    boolean waits = Releases.isWait(spans, i) || spans.state(i) == ThreadState.UNTRACED_WAIT;
    long stop = Math.min(Math.min(spans.end(i), each.end()), range.to());
    return waits && spans.end(i) >= range.to() ? spans.start(i) : stop;
  }

  /** Goes back along a lane to what let it go on; false where the path begins there. */
  private boolean leg() {
    ThreadLane thread = timeline.lanes().get(lane);
    Spans spans = thread.spans();
    for (int i = spans.at(end - 1); i >= 0 && spans.end(i) > range.from(); i--) {
      asked.patience().check(steps++);
      if (Releases.isWait(spans, i) && spans.end(i) <= end) {
        Release release = releases.of(lane, i);
        if (release != null && follows(release, spans.end(i))) {
          return release.time() > range.from();
        }
      }
    }
    Release start = thread.start() > range.from() ? releases.start(lane) : null;
    if (start != null && follows(start, Math.min(end, thread.start()))) {
      return start.time() > range.from();
    }
    long from = Math.min(end, Math.max(range.from(), thread.start()));
    legs.add(new Leg(lane, from, from, end, null));
    return false;
  }

  /** Changes to whoever let the lane go on; not to where the path was at that very time. */
  private boolean follows(@Nullable Release release, long since) {
    if (release == null || release.time() > end) {
      return false;
    }
    if (release.time() < end) {
      seen.clear();
    }
    seen.add(lane);
    if (seen.contains(release.lane())) {
      return false;
    }
    long from = Math.max(range.from(), release.time());
    legs.add(new Leg(lane, from, Math.max(from, since), end, release));
    lane = release.lane();
    end = from;
    return true;
  }
}
