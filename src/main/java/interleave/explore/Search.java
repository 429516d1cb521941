package interleave.explore;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Tries the orders of a program: first those without a preemption, then those with one, and so on;
 * of those with as many the ones that differ earlier.
 *
 * <p>Of orders that differ only in steps that cannot tell their order it runs one. What has
 * happened to each thread, with all that came before it by necessity, is an {@link Event}; a moment
 * is a set of these, whatever order they came in. Which events there are and what comes next is
 * learned from runs, and moments that no run came by are concluded from those: a run is needed only
 * where an event never happened, or where the program ends in a way that it never did. Since all
 * orders are gone through and only runs are saved, a bound of preemptions leaves out nothing that
 * lies within it.
 */
public final class Search implements Exploration {
  /** Objects united more often than this are no objects. */
  private static final int MOST_UNIONS = 50;

  /** Moments that may be gone through before somebody can stop it. */
  private static final int MOST_AT_ONCE = 1000;

  /** Beyond so many moments orders are not counted. */
  private static final int MOST_COUNTED = 250_000;

  /** So many runs are tried a second time, since they stood still or went astray. */
  private static final int MOST_ODD = 20;

  private final Subject subject;
  private final Limits limits;
  private final boolean everything;
  private final Events events = new Events();
  private final Doubts doubts = new Doubts();
  private final States states;
  private final Found found;
  private final PriorityQueue<Item> items =
      new PriorityQueue<>(
          Comparator.comparingInt(Item::preemptions)
              .thenComparingInt(Item::choices)
              .thenComparingLong(Item::number));

  private boolean begun;
  private int preemptions;
  private long beyondChoices;
  private boolean concludes = true;
  private @Nullable State root;
  private Numbers beginning = Numbers.of();
  private long number;
  private long runs;
  private long left;
  private int leftFrom = Limits.NONE;
  private int unions;
  private int odd;

  /**
   * Another thread is to go on at some moment than the one that would.
   *
   * @param way to the moment; null for the beginning
   * @param index of the thread among those that can
   * @param preemptions of the order so far, this one included
   */
  private record Item(
      @Nullable Way way, State state, int index, int preemptions, int choices, long number) {}

  /**
   * A search that has not begun.
   *
   * @param everything whether all orders are run, also those that cannot be told apart
   */
  public Search(Subject subject, Limits limits, boolean everything) {
    this.subject = subject;
    this.limits = limits;
    this.everything = everything;
    states = new States(limits.states());
    found = new Found();
  }

  /** One that concludes nothing, as it does where programs turn out not to be as is thought. */
  static Search careful(Subject subject, Limits limits) {
    Search search = new Search(subject, limits, false);
    search.concludes = false;
    return search;
  }

  @Override
  public boolean advance() throws IOException {
    long before = runs;
    for (int i = 0; i < MOST_AT_ONCE && runs == before && runs < limits.runs(); i++) {
      if (!begun) {
        begin();
      } else if (items.isEmpty()) {
        return false;
      } else {
        take(items.remove());
      }
    }
    return runs < limits.runs() && (!begun || !items.isEmpty());
  }

  private void begin() throws IOException {
    begun = true;
    run(List.of(), 0);
    State first = begun ? states.at(beginning.all()) : null;
    root = first;
    for (int i = 0; first != null && i < first.enabled.length; i++) {
      items.add(new Item(null, first, i, 0, Math.min(i, 1), number++)); // nobody ran before
    }
  }

  private void take(Item item) throws IOException {
    preemptions = item.preemptions;
    if (item.state.followed[item.index]) {
      return; // it went on by itself there
    }
    Way way = Way.of(item.way, item.state, item.index);
    Walk walk = new Walk(events, states, beginning, concludes && !everything);
    if (!walk.go(way)) {
      run(Way.schedule(way, events), item.preemptions);
      if (!begun) {
        return;
      }
      walk = new Walk(events, states, beginning, concludes && !everything);
      if (!walk.go(way)) {
        leave(item.preemptions); // it was cut off, or the same did not lead to the same
      }
    }
    keep(item, walk);
  }

  private void keep(Item item, Walk walk) {
    for (Way way : walk.steps()) {
      State state = way.state();
      state.followed[way.index()] = true;
      state.cost[way.index()] = Math.min(state.cost[way.index()], item.preemptions);
      State next = state.next[way.index()];
      if (next != null && next.isOpen) {
        others(way, next, item.preemptions);
      }
    }
  }

  /** Whoever else could have gone on is to be tried. */
  private void others(Way way, State next, int preemptions) {
    int slot = events.get(way.event()).slot;
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

  private void leave(int preemptions) {
    left++;
    leftFrom = Math.min(leftFrom, preemptions);
  }

  private void run(List<ThreadId> schedule, int preemptions) throws IOException {
    runs++;
    Trace trace;
    try {
      Subject.Order order = new Subject.Order(schedule, Optional.empty(), limits.steps());
      trace = subject.run(order);
      if (isOdd(trace) && odd < MOST_ODD) {
        trace = subject.run(order); // a machine may be busy once
        odd += isOdd(trace) ? MOST_ODD : 1;
      }
    } catch (IOException e) {
      leave(preemptions); // what follows from it stays unknown
      throw e;
    }
    Reading reading = new Reading(events, states, doubts, everything, concludes);
    boolean isNew = reading.read(trace);
    beginning = reading.beginning();
    found.add(trace, preemptions, isNew);
    boolean united = doubts.takeUnited();
    if (concludes && (united || doubts.isMisjudged())) {
      unions++;
      concludes = !doubts.isMisjudged() && unions < MOST_UNIONS;
      again();
    }
  }

  private static boolean isOdd(Trace trace) {
    Ending.Kind kind = trace.ending().kind();
    return kind == Ending.Kind.STUCK || kind == Ending.Kind.ASTRAY;
  }

  /** What was concluded is void; what runs have told is not. */
  private void again() {
    states.clear();
    items.clear();
    left = 0;
    leftFrom = Limits.NONE;
    begun = false;
  }

  @Override
  public Progress progress() {
    int next = !begun ? 0 : items.isEmpty() ? Limits.NONE : items.element().preemptions;
    int open = Math.min(Math.min(next, leftFrom), found.cut() > 0 ? 0 : Limits.NONE);
    return new Progress(
        runs,
        found.classes(),
        preemptions,
        open == Limits.NONE ? Limits.NONE : open - 1,
        left + items.size(),
        beyondChoices,
        found.cut(),
        doubts.differences() + found.astray(),
        doubts.places(),
        found.told());
  }

  @Override
  public Endings endings() {
    Endings endings = found.endings();
    return root == null || states.size() > MOST_COUNTED
        ? endings
        : new Orders(events, limits.preemptions()).counted(root, endings);
  }
}
