package interleave.timeline.critical;

import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who waits for whom at one moment: a thread that waits, the one that it waits for, the one that
 * that one waits for, and so on, up to one that does not wait or of which nobody knows for whom.
 *
 * @param links of which each waits for the lane of the next; the last one may not wait
 * @param ring whether the last one waits for one that stands in it already
 */
public record Chain(List<Link> links, boolean ring) {
  /**
   * What a lane does then.
   *
   * @param span what it does
   * @param next the lane that it waits for, -1 where it does not wait or that is not known
   * @param waits whether it waits
   */
  public record Link(int lane, ThingRef.Span span, int next, boolean waits) {}

  /** That which begins with a lane; empty where it did not live then. */
  public static Chain at(Timeline timeline, int lane, long time) {
    return at(timeline, new Releases(timeline), lane, time);
  }

  static Chain at(Timeline timeline, Releases releases, int lane, long time) {
    List<Link> links = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    int at = lane;
    while (at >= 0 && seen.add(at)) {
      Spans spans = timeline.lanes().get(at).spans();
      int i = spans.at(time);
      if (i < 0 || spans.end(i) <= time) {
        break;
      }
      boolean waits = Releases.isWait(spans, i);
      int next = waits ? next(timeline, releases, at, spans, i, time) : -1;
      links.add(new Link(at, new ThingRef.Span(at, spans.start(i)), next, waits));
      at = next;
    }
    return new Chain(List.copyOf(links), at >= 0 && !links.isEmpty() && has(links, at));
  }

  private static boolean has(List<Link> links, int lane) {
    return links.stream().anyMatch(link -> link.lane() == lane);
  }

  private static int next(
      Timeline timeline, Releases releases, int lane, Spans spans, int i, long time) {
    int object = spans.object(i);
    int now =
        switch (spans.about(i)) {
          case LOCK ->
              object < 0 || spans.verb(i) == Spans.Verb.AWAIT
                  ? -1
                  : new LockReleases(timeline).holder(object, lane, spans.shared(i), time);
          case LANE -> object;
          case TASK ->
              object < 0 || spans.task(i) < 0
                  ? -1
                  : timeline.pools().get(object).tasks().get(spans.task(i)).lane();
          case SYNCHRONIZER, QUEUE, PROCESS, FUNCTION, PIPE, NOTHING, POOL, CALL -> -1;
          case TURN, FUTURE, TASKS -> -1;
        };
    if (now >= 0) {
      return now;
    }
    Release release = releases.of(lane, i);
    return release == null ? -1 : release.lane();
  }
}
