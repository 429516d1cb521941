package interleave.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who can go on at a moment that no run came by, as far as that follows from others: an operation
 * can go on where it could after the same had happened to its object.
 */
final class Conclusion {
  private Conclusion() {}

  /** Opens the state where all of it follows, and somebody can go on. */
  static void open(State state, Moment moment, Events events) {
    List<Event> wouldBe = new ArrayList<>();
    boolean isAwaited = false;
    for (int slot = 0; slot < state.last.length; slot++) {
      Event last = events.get(state.last[slot]);
      Operation.Kind kind = last.next;
      if (state.last[slot] == 0 || kind == null) {
        continue; // not there yet, or not any more
      }
      isAwaited |= !events.isLeft(slot);
      int object = events.object(last.object);
      Optional<Boolean> can = can(moment, events, slot, kind, object);
      if (can.isEmpty()) {
        return;
      }
      if (can.get()) {
        wouldBe.add(moment.wouldBe(slot, kind, object, false));
      }
    }
    if (isAwaited
        && !wouldBe.isEmpty()) { // else it is an end, or somebody's time runs out: a run tells
      wouldBe.sort(Comparator.comparing(event -> events.thread(event.slot)));
      state.open(
          wouldBe.stream().mapToInt(event -> event.slot).toArray(),
          wouldBe.stream().mapToInt(event -> event.id).toArray());
    }
  }

  private static Optional<Boolean> can(
      Moment moment, Events events, int slot, Operation.Kind kind, int object) {
    return kind == Operation.Kind.JOIN && object < 0
        ? Optional.of(moment.hasEnded(Events.slotOf(object)))
        : events.isEnabled(slot, kind, moment.before(kind, object));
  }
}
