package interleave.timeline.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vector clocks: what of each thread is known to each other one, as a time up to which it is. Steps
 * are taken in the order of their times.
 */
final class Clocks {
  /** What was handed on at an object. */
  private static final class Handed {
    final long[] clock;

    /** By lane: its last step there; the last of all stands last. */
    final Map<Integer, Step> last = new LinkedHashMap<>();

    Handed(int lanes) {
      clock = unknown(lanes);
    }
  }

  private final long[][] known;
  private final Map<Long, Handed> objects = new HashMap<>();
  private final List<Link> links = new ArrayList<>();

  Clocks(int lanes) {
    known = new long[lanes][];
  }

  private static long[] unknown(int lanes) {
    long[] clock = new long[lanes];
    Arrays.fill(clock, Long.MIN_VALUE);
    return clock;
  }

  private long[] of(int lane) {
    if (known[lane] == null) {
      known[lane] = unknown(known.length);
    }
    return known[lane];
  }

  /** Whether what that lane did then is known to the other one by now. */
  boolean knows(int lane, int other, long time) {
    return lane == other || of(lane)[other] >= time;
  }

  void take(Step step) {
    of(step.lane())[step.lane()] = step.time();
    if (step.access() >= 0) {
      return;
    }
    Handed handed =
        objects.computeIfAbsent(step.object(), _ -> new Handed(step.hands() ? known.length : 0));
    if (step.takes() && !handed.last.isEmpty()) {
      join(of(step.lane()), handed.clock);
      link(handed, step);
    }
    if (step.hands()) {
      Handed own = handed.clock.length == 0 ? new Handed(known.length) : handed;
      objects.put(step.object(), own);
      join(own.clock, of(step.lane()));
      own.last.remove(step.lane());
      own.last.put(step.lane(), step);
    }
  }

  private static void join(long[] into, long[] other) {
    for (int i = 0; i < other.length; i++) {
      into[i] = Math.max(into[i], other[i]);
    }
  }

  /** Of a lock only who had it last; of what several open everybody who did. */
  private void link(Handed handed, Step to) {
    List<Step> all = new ArrayList<>(handed.last.values());
    boolean last = to.kind() == Link.Kind.LOCK;
    for (Step from : last ? all.subList(all.size() - 1, all.size()) : all) {
      if (from.lane() != to.lane()) {
        links.add(new Link(to.kind(), from.lane(), from.time(), to.lane(), to.time(), to.about()));
      }
    }
  }

  List<Link> links() {
    return links;
  }
}
