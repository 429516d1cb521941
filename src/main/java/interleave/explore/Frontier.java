package interleave.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Where else threads could have gone on, in the order in which it is to be tried: the fewest
 * preemptions first, then the shortest schedule. What is not taken in is counted.
 */
final class Frontier {
  private final Limits limits;
  private final PriorityQueue<Item> items =
      new PriorityQueue<>(
          Comparator.comparingInt(Item::preemptions)
              .thenComparingInt(Item::choices)
              .thenComparingLong(Item::number));
  private long number;
  private long left;
  private int leftFrom = Limits.NONE;
  private long beyondChoices;

  /**
   * Another thread is to go on at some moment than the one that would.
   *
   * @param way to the moment; null for the beginning
   * @param index of the thread among those that can
   * @param preemptions of the order so far, this one included
   * @param choices of its schedule, this one included
   */
  record Item(
      @Nullable Way way, State state, int index, int preemptions, int choices, long number) {
    /** The same with its own step. */
    Way whole() {
      return Way.of(way, state, index);
    }
  }

  Frontier(Limits limits) {
    this.limits = limits;
  }

  /** At the beginning nobody ran before, so each is as good. */
  void begin(State first) {
    for (int i = 0; i < first.enabled.length; i++) {
      items.add(new Item(null, first, i, 0, Math.min(i, 1), number++));
    }
  }

  /**
   * Whoever else could have gone on is to be tried.
   *
   * @param way to that moment
   * @param slot of the thread that ran last
   * @param preemptions of the order so far
   */
  void others(Way way, State next, int slot, int preemptions) {
    int usual = next.usual(slot);
    int with = preemptions + (next.indexOf(slot) < 0 ? 0 : 1);
    for (int i = 0; i < next.enabled.length; i++) {
      if (i == usual || next.cost[i] <= with) {
        continue;
      }
      next.cost[i] = with;
      if (way.choices() >= limits.choices()) {
        beyondChoices++;
      } else if (with > limits.preemptions() || items.size() > limits.states()) {
        leave(with);
      } else {
        items.add(new Item(way, next, i, with, way.choices() + 1, number++));
      }
    }
  }

  /** What follows there is not tried. */
  void leave(int preemptions) {
    left++;
    leftFrom = Math.min(leftFrom, preemptions);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  Item remove() {
    return items.remove();
  }

  /** Those that come next, if nothing comes before them; they stay. */
  List<Item> next(int most) {
    List<Item> next = new ArrayList<>();
    while (next.size() < most && !items.isEmpty()) {
      next.add(items.remove());
    }
    items.addAll(next);
    return next;
  }

  /** All begins anew. */
  void clear() {
    items.clear();
    left = 0;
    leftFrom = Limits.NONE;
    beyondChoices = 0;
  }

  /** The fewest preemptions of an order that was not tried; {@link Limits#NONE} where all were. */
  int open() {
    return items.isEmpty() ? leftFrom : Math.min(leftFrom, items.element().preemptions);
  }

  /** How much was not tried so far. */
  long left() {
    return left + items.size();
  }

  /** How much lies behind the first choices. */
  long beyondChoices() {
    return beyondChoices;
  }
}
