package interleave.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** So many runs are told of before they are asked for. */
  private static final int MOST_EXPECTED = 6;

  private static final int MOST_LOOKED = 16;

  /** So many runs are tried a second time, since they stood still or went astray. */
  private static final int MOST_ODD = 20;

  private final Subject subject;
  private final Limits limits;
  private final boolean everything;
  private final Events events = new Events();
  private final Doubts doubts = new Doubts();
  private final States states;
  private final Found found;
  private final Frontier frontier;

  private boolean begun;
  private int preemptions;
  private boolean concludes = true;
  private @Nullable State root;
  private Numbers beginning = Numbers.of();
  private long runs;
  private int unions;
  private int odd;

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
    frontier = new Frontier(limits);
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
      } else if (frontier.isEmpty()) {
        return false;
      } else {
        take(frontier.remove());
      }
    }
    return runs < limits.runs() && (!begun || !frontier.isEmpty());
  }

  private void begin() throws IOException {
    begun = true;
    run(List.of(), 0);
    root = begun ? states.at(beginning.all()) : null;
    if (root != null) {
      frontier.begin(root);
    }
  }

  private void take(Frontier.Item item) throws IOException {
    preemptions = item.preemptions();
    if (item.state().followed[item.index()]) {
      return; // it went on by itself there
    }
    Way way = item.whole();
    Walk walk = new Walk(events, states, beginning, concludes && !everything);
    if (!walk.go(way)) {
      run(Way.schedule(way, events), preemptions);
      if (!begun) {
        return;
      }
      walk = new Walk(events, states, beginning, concludes && !everything);
      if (!walk.go(way)) {
        frontier.leave(preemptions); // it was cut off, or the same did not lead to the same
      }
    }
    keep(walk);
  }

  private void keep(Walk walk) {
    for (Way way : walk.steps()) {
      State state = way.state();
      state.followed[way.index()] = true;
      state.cost[way.index()] = Math.min(state.cost[way.index()], preemptions);
      State next = state.next[way.index()];
      if (next != null && next.isOpen) {
        frontier.others(way, next, events.get(way.event()).slot, preemptions);
      }
    }
  }

  private void run(List<ThreadId> schedule, int with) throws IOException {
    runs++;
    Trace trace;
    try {
      Subject.Order order = order(schedule);
      expect(order);
      trace = subject.run(order);
      if (isOdd(trace) && odd < MOST_ODD) {
        trace = subject.run(order); // a machine may be busy once
        odd += isOdd(trace) ? MOST_ODD : 1;
      }
    } catch (IOException e) {
      frontier.leave(with); // what follows from it stays unknown
      throw e;
    }
    Reading reading = new Reading(events, states, doubts, everything, concludes);
    boolean isNew = reading.read(trace);
    beginning = reading.beginning();
    found.add(trace, with, isNew);
    boolean united = doubts.takeUnited();
    if (concludes && (united || doubts.isMisjudged())) {
      unions++;
      concludes = !doubts.isMisjudged() && unions < MOST_UNIONS;
      again();
    }
  }

  private Subject.Order order(List<ThreadId> schedule) {
    return new Subject.Order(schedule, Optional.empty(), limits.steps());
  }

  /** What will be run behind that, unless it tells otherwise. */
  private void expect(Subject.Order first) {
    List<Subject.Order> orders = new ArrayList<>(List.of(first));
    for (Frontier.Item each : frontier.next(MOST_LOOKED)) {
      if (orders.size() > MOST_EXPECTED) {
        break;
      }
      Way way = each.whole();
      Walk walk = new Walk(events, states, beginning, concludes && !everything);
      if (!each.state().followed[each.index()] && !walk.go(way)) {
        orders.add(order(Way.schedule(way, events)));
      }
    }
    subject.expect(orders);
  }

  private static boolean isOdd(Trace trace) {
    Ending.Kind kind = trace.ending().kind();
    return kind == Ending.Kind.STUCK || kind == Ending.Kind.ASTRAY;
  }

  /** What was concluded is void; what runs have told is not. */
  private void again() {
    states.clear();
    frontier.clear();
    begun = false;
  }

  /** Whether it runs one order only of those that cannot be told apart. */
  public boolean isReduced() {
    return !everything;
  }

  @Override
  public Progress progress() {
    int open = begun && found.cut() == 0 ? frontier.open() : 0;
    return new Progress(
        runs,
        found.classes(),
        preemptions,
        open == Limits.NONE ? Limits.NONE : open - 1,
        frontier.left(),
        frontier.beyondChoices(),
        found.cut(),
        doubts.differences() + found.astray(),
        doubts.places(),
        found.told());
  }

  @Override
  public Endings found() {
    return found.endings();
  }

  @Override
  public Endings endings() {
    Endings endings = found.endings();
    return root == null || states.size() > MOST_COUNTED
        ? endings
        : new Orders(events, limits.preemptions()).counted(root, endings);
  }
}
