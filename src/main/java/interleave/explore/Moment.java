package interleave.explore;

import java.util.Arrays;

/** Goes through a program's events in one of their orders, and knows what would come next. */
final class Moment {
  private final Events events;
  private final boolean everything;
  private final Accesses accesses = new Accesses();
  private int[] last = new int[8];

  /**
   * At the beginning, when no thread is there.
   *
   * @param everything whether each event comes after all others: no two orders are the same then
   */
  Moment(Events events, boolean everything) {
    this.events = events;
    this.everything = everything;
  }

  /** By slot of the thread: its last event. */
  int[] last() {
    return last;
  }

  int last(int slot) {
    return slot < last.length ? last[slot] : 0;
  }

  /** A thread comes to stand first. */
  void begin(Event first) {
    if (first.slot >= last.length) {
      last = Arrays.copyOf(last, first.slot + 8);
    }
    last[first.slot] = first.id;
  }

  /** What happened to an object that an operation of that kind comes after. */
  int[] before(Operation.Kind kind, int object) {
    return kind == Operation.Kind.SPIN ? all() : accesses.before(object, kind);
  }

  /** The last event of each thread: so all that happened. */
  private int[] all() {
    return Arrays.stream(last).filter(each -> each != 0).toArray();
  }

  /** Whether a thread has ended, or was never there. */
  boolean hasEnded(int slot) {
    return last(slot) == 0 || events.get(last(slot)).next == null;
  }

  /**
   * What happens if that thread goes on now.
   *
   * @param late whether it does since nobody else can: then it is after all that they did
   */
  Event wouldBe(int slot, Operation.Kind kind, int object, boolean late) {
    if (everything || late || kind == Operation.Kind.SPIN) {
      return events.after(last[slot], all()); // any of that may be what it looks at
    }
    int[] there = accesses.before(object, kind);
    int[] itself = accesses.before(Events.thing(slot), Operation.Kind.OTHER);
    int[] both = Arrays.copyOf(there, there.length + itself.length);
    System.arraycopy(itself, 0, both, there.length, itself.length);
    return events.after(last[slot], both);
  }

  /** It goes on, with what stood before it. */
  void happen(Event event, Operation.Kind kind, int object) {
    last[event.slot] = event.id;
    accesses.add(object, kind, event.id);
    if (object != Events.thing(event.slot)) {
      accesses.add(Events.thing(event.slot), Operation.Kind.OTHER, event.id);
    }
  }

  /** As {@link #happen(Event, Operation.Kind, int)}, of an event that is known. */
  void happen(Event event) {
    Event before = events.get(last[event.slot]);
    Operation.Kind kind = before.next == null ? Operation.Kind.OTHER : before.next;
    happen(event, kind, events.object(before.object));
    for (int started : event.started) {
      begin(events.get(started));
    }
  }
}
