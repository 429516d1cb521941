package interleave.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes over all moments that were gone through, step by step, and counts the orders that lead to
 * each; and finds for each ending the order with the fewest preemptions and of those the shortest.
 */
final class Orders {
  /** Instead of the thread that ran last, where none has. */
  private static final int NOBODY = -1;

  private final Events events;
  private final int most;

  /** Those that took part in an order, by ending. */
  private final Map<Ending, Arrival> ends = new HashMap<>();

  /**
   * @param most preemptions of an order that is counted
   */
  Orders(Events events, int most) {
    this.events = events;
    this.most = most;
  }

  /**
   * A way to where it goes on with one thread that ran last.
   *
   * @param length up to which choice the schedule is needed
   */
  private record Best(@Nullable Way way, int length) {}

  /** All ways to a moment after a step of one thread. */
  private static final class Arrival {
    /** How many ways there are, by preemptions; all in the first where there is no limit. */
    BigInteger[] ways = {};

    int preemptions = Limits.NONE;

    /** With those fewest preemptions: none is in both ways worse than another. */
    List<Best> best = new ArrayList<>();

    BigInteger all() {
      return Arrays.stream(ways).reduce(BigInteger.ZERO, BigInteger::add);
    }
  }

  /** The same endings with what was found out. */
  Endings counted(State root, Endings endings) {
    Map<State, Map<Integer, Arrival>> level = new LinkedHashMap<>();
    Arrival begin = new Arrival();
    begin.ways = new BigInteger[] {BigInteger.ONE};
    begin.preemptions = 0;
    begin.best.add(new Best(null, 0));
    if (root.ending != null) { // nothing could be chosen
      ends.put(root.ending, begin);
    }
    level.put(root, new LinkedHashMap<>(Map.of(NOBODY, begin)));
    while (!level.isEmpty()) {
      level = next(level);
    }
    BigInteger all =
        ends.values().stream().map(Arrival::all).reduce(BigInteger.ZERO, BigInteger::add);
    return new Endings(
        endings.groups().stream().map(this::counted).toList(),
        endings.more(),
        endings.losing(),
        Optional.of(all));
  }

  private Endings.Group counted(Endings.Group group) {
    Arrival end = ends.get(group.ending());
    if (end == null) {
      return group;
    }
    Best best = Collections.min(end.best, Comparator.comparingInt(Best::length));
    List<ThreadId> schedule = Way.schedule(best.way, events).subList(0, best.length);
    return new Endings.Group(
        group.ending(),
        group.times(),
        Optional.of(end.all()),
        end.preemptions,
        schedule,
        group.trace());
  }

  private Map<State, Map<Integer, Arrival>> next(Map<State, Map<Integer, Arrival>> level) {
    Map<State, Map<Integer, Arrival>> further = new LinkedHashMap<>();
    level.forEach(
        (state, arrivals) ->
            arrivals.forEach(
                (slot, arrival) -> {
                  for (int i = 0; i < state.enabled.length; i++) {
                    State to = state.next[i];
                    if (to != null && state.followed[i]) {
                      step(state, slot, i, arrival, to, further);
                    }
                  }
                }));
    return further;
  }

  private void step(
      State state,
      int last,
      int index,
      Arrival from,
      State to,
      Map<State, Map<Integer, Arrival>> further) {
    int slot = state.enabled[index];
    int cost = slot != last && state.indexOf(last) >= 0 ? 1 : 0;
    if (from.preemptions + cost > most) {
      return;
    }
    Arrival there;
    if (to.isEnd()) {
      Ending ending = to.ending;
      if (ending == null) {
        return;
      }
      there = ends.computeIfAbsent(ending, _ -> new Arrival());
    } else {
      there =
          further
              .computeIfAbsent(to, _ -> new LinkedHashMap<>())
              .computeIfAbsent(slot, _ -> new Arrival());
    }
    there.ways = sum(there.ways, from.ways, cost);
    if (from.preemptions + cost <= there.preemptions) {
      if (from.preemptions + cost < there.preemptions) {
        there.preemptions = from.preemptions + cost;
        there.best.clear();
      }
      boolean isUsual = index == state.usual(last);
      from.best.forEach(each -> add(there.best, onward(each, state, index, isUsual)));
    }
  }

  private static Best onward(Best best, State state, int index, boolean isUsual) {
    Way way = Way.of(best.way, state, index);
    return new Best(way, isUsual ? best.length : way.choices());
  }

  private static void add(List<Best> all, Best one) {
    int choices = Way.choices(one.way);
    for (Best each : all) {
      if (each.length <= one.length && Way.choices(each.way) <= choices) {
        return;
      }
    }
    all.removeIf(each -> one.length <= each.length && choices <= Way.choices(each.way));
    all.add(one);
  }

  private BigInteger[] sum(BigInteger[] to, BigInteger[] from, int cost) {
    int shift = most == Limits.NONE ? 0 : cost;
    int length = most == Limits.NONE ? 1 : Math.min(most + 1, from.length + shift);
    BigInteger[] sum = Arrays.copyOf(to, Math.max(to.length, length));
    for (int i = to.length; i < sum.length; i++) {
      sum[i] = BigInteger.ZERO;
    }
    for (int i = 0; i + shift < length && i < from.length; i++) {
      sum[i + shift] = sum[i + shift].add(from[i]);
    }
    return sum;
  }
}
