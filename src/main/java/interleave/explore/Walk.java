package interleave.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an order goes on from some moment where nothing more is said, as far as that is known. */
final class Walk {
  private final Events events;
  private final States states;
  private final Numbers beginning;
  private final boolean concludes;
  private final List<Way> steps = new ArrayList<>();

  /** At the moment that it has come to; null as long as nothing had to be concluded. */
  private @Nullable Moment moment;

  /**
   * A walk that has not begun.
   *
   * @param beginning the events with which the first threads came to stand
   * @param concludes whether it is concluded who could go on at moments that no run came by
   */
  Walk(Events events, States states, Numbers beginning, boolean concludes) {
    this.events = events;
    this.states = states;
    this.beginning = beginning;
    this.concludes = concludes;
  }

  /** What was gone: each step with all before it. */
  List<Way> steps() {
    return steps;
  }

  /**
   * Goes on behind that step until the program ends, or all that follows was gone before.
   *
   * @return false where a run has to tell how it goes on
   */
  boolean go(Way first) {
    Way way = first;
    while (true) {
      steps.add(way);
      State next = next(way);
      if (next == null || !next.isOpen) {
        return false;
      }
      Event event = events.get(way.event());
      if (next.isEnd() || next.followed[next.usual(event.slot)]) {
        return true;
      }
      way = Way.of(way, next, next.usual(event.slot));
      if (moment != null) {
        moment.happen(events.get(way.event()));
      }
    }
  }

  /** The moment behind a step; null where its event never happened, or there is no room. */
  private @Nullable State next(Way way) {
    Event event = events.get(way.event());
    State next = way.state().next[way.index()];
    if (next == null && event.happened) {
      next = states.at(after(way.state().last, event));
      way.state().next[way.index()] = next;
    }
    if (next != null && !next.isOpen && concludes && !event.isLast) {
      moment = moment == null ? replayed(way) : moment;
      Conclusion.open(next, moment, events);
    }
    return next;
  }

  private int[] after(int[] last, Event event) {
    int length = Math.max(last.length, event.slot + 1);
    for (int started : event.started) {
      length = Math.max(length, events.get(started).slot + 1);
    }
    int[] next = Arrays.copyOf(last, length);
    next[event.slot] = event.id;
    for (int started : event.started) {
      next[events.get(started).slot] = started;
    }
    return next;
  }

  private Moment replayed(Way way) {
    Moment moment = new Moment(events, false);
    for (int first : beginning.all()) {
      moment.begin(events.get(first));
    }
    Way.steps(way).forEach(each -> moment.happen(events.get(each.event())));
    return moment;
  }
}
