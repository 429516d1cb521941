package interleave.timeline.order;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens before what: what a thread did before it handed on, and what another does after it
 * took that over, and so on from thread to thread.
 */
public final class HappensBefore {
  /** Of so many steps, threads considered, it is told; beyond them nothing is. */
  private static final int MOST = 400_000;

  /** In what is drawn, so many at most. */
  private static final int MOST_DRAWN = 20_000;

  /** What was found last, as many things of one run are asked about one after the other. */
  private static volatile @Nullable Kept kept;

  private record Kept(WeakReference<Timeline> of, List<Step> steps, List<Link> links) {}

  private HappensBefore() {}

  /** The links that end between the two times, in the order in which they do. */
  public static List<Link> links(Timeline timeline, long from, long to) {
    long before = from - Math.max(0, to - from); // what was handed on some time before
    List<Step> steps = new Steps(timeline, before, to, MOST_DRAWN).find();
    if (steps.size() > MOST_DRAWN) {
      return List.of();
    }
    return run(timeline, steps).links().stream().filter(link -> link.toTime() >= from).toList();
  }

  private static Clocks run(Timeline timeline, List<Step> steps) {
    Clocks clocks = new Clocks(timeline.lanes().size());
    steps.sort(Step.ORDER);
    steps.forEach(clocks::take);
    return clocks;
  }

  private static Kept kept(Timeline timeline) {
    Kept last = kept;
    if (last != null && last.of().refersTo(timeline)) {
      return last;
    }
    int most = MOST / Math.max(8, timeline.lanes().size());
    List<Step> steps = new Steps(timeline, timeline.start(), timeline.now(), most).find();
    boolean known = steps.size() <= most;
    Kept found =
        new Kept(
            new WeakReference<>(timeline),
            known ? steps : List.of(),
            known ? run(timeline, steps).links() : List.of());
    kept = found;
    return found;
  }

  /** All steps in the order of their times; none where they are too many to tell. */
  static List<Step> steps(Timeline timeline) {
    return kept(timeline).steps();
  }

  /**
   * By which links an access of a variable happens before a later one by another thread; empty
   * where it is not known to.
   */
  public static List<Link> chain(Timeline timeline, VariableTrack variable, int first, int second) {
    return chain(kept(timeline).links(), variable, first, second);
  }

  /** Goes back from the second, the fewest links first. */
  private static List<Link> chain(List<Link> links, VariableTrack at, int first, int second) {
    Map<Integer, Long> reached = new HashMap<>(Map.of(at.lane(second), at.time(second)));
    Map<Link, Link> after = new HashMap<>();
    Deque<Link> open = new ArrayDeque<>();
    back(links, at.lane(second), at.time(second), null, reached, after, open);
    while (!open.isEmpty()) {
      Link link = open.removeFirst();
      if (link.from() == at.lane(first) && link.fromTime() >= at.time(first)) {
        List<Link> chain = new ArrayList<>();
        for (Link each = link; each != null; each = after.get(each)) {
          chain.add(each);
        }
        return chain;
      }
      back(links, link.from(), link.fromTime(), link, reached, after, open);
    }
    return List.of();
  }

  private static void back(
      List<Link> links,
      int lane,
      long time,
      @Nullable Link next,
      Map<Integer, Long> reached,
      Map<Link, Link> after,
      Deque<Link> open) {
    for (int i = links.size() - 1; i >= 0; i--) {
      Link link = links.get(i);
      boolean later = link.fromTime() > reached.getOrDefault(link.from(), Long.MIN_VALUE);
      if (link.to() == lane && link.toTime() <= time && later) {
        reached.put(link.from(), link.fromTime());
        if (next != null) {
          after.put(link, next);
        }
        open.addLast(link);
      }
    }
  }
}
