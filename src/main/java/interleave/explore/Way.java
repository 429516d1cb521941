package interleave.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A beginning of an order: how it came to a moment.
 *
 * @param before what came before the last step of it
 * @param state at which the last step was taken
 * @param index by which of those that could go on
 * @param choices how many choices there were, that of the last step included
 */
record Way(@Nullable Way before, State state, int index, int choices) {
  static Way of(@Nullable Way before, State state, int index) {
    int choices = before == null ? 0 : before.choices;
    return new Way(before, state, index, choices + (state.isChoice() ? 1 : 0));
  }

  static int choices(@Nullable Way way) {
    return way == null ? 0 : way.choices;
  }

  /** From the beginning. */
  static List<Way> steps(@Nullable Way way) {
    Deque<Way> steps = new ArrayDeque<>();
    for (Way each = way; each != null; each = each.before) {
      steps.addFirst(each);
    }
    return new ArrayList<>(steps);
  }

  int event() {
    return state.events[index];
  }

  /** Who went on at each choice. */
  static List<ThreadId> schedule(@Nullable Way way, Events events) {
    List<ThreadId> schedule = new ArrayList<>();
    for (Way each : steps(way)) {
      if (each.state.isChoice()) {
        schedule.add(events.thread(each.state.enabled[each.index]));
      }
    }
    return schedule;
  }
}
