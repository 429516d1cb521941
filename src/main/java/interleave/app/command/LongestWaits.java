package interleave.app.command;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The waits that took longest, of all threads. Not those that last because their thread has nothing
 * to do: a join takes as long as what is joined, and a pool's worker without a task waits for one.
 */
final class LongestWaits {
  /** A wait: since when, how long it took or has taken so far, and where. */
  record Wait(ThreadLane lane, ThreadState state, long start, long nanos, Site site) {
    String sentence(Timeline timeline) {
      return Explanation.sentence(timeline, new ThingRef.Span(lane.index(), start));
    }
  }

  private static final Comparator<Wait> SHORTEST = Comparator.comparingLong(Wait::nanos);

  private LongestWaits() {}

  /** The longest first. */
  static List<Wait> of(Timeline timeline, int most) {
    PriorityQueue<Wait> longest = new PriorityQueue<>(SHORTEST);
    for (ThreadLane lane : timeline.lanes()) {
      if (!lane.service()) {
        add(timeline, lane, most, longest);
      }
    }
    List<Wait> sorted = new ArrayList<>(longest);
    sorted.sort(SHORTEST.reversed().thenComparingLong(Wait::start));
    return sorted;
  }

  private static void add(
      Timeline timeline, ThreadLane lane, int most, PriorityQueue<Wait> longest) {
    Spans spans = lane.spans();
    for (int i = 0; i < spans.size(); i++) {
      long nanos = Math.min(spans.end(i), timeline.now()) - spans.start(i);
      boolean isLong = longest.size() < most || nanos > longest.element().nanos();
      if (isLong && isWait(spans, i)) {
        Site site = timeline.site(spans.site(i));
        longest.add(new Wait(lane, spans.state(i), spans.start(i), nanos, site));
        if (longest.size() > most) {
          longest.remove();
        }
      }
    }
  }

  private static boolean isWait(Spans spans, int i) {
    return switch (spans.state(i)) {
      case LOCK_WAIT, QUEUE_WAIT, SYNC_WAIT -> spans.verb(i) != Spans.Verb.IDLE;
      case RUNNING, SLEEPING, JOINING, IO, READY, UNTRACED_WAIT, NOT_TOLD -> false;
    };
  }
}
