package interleave.explore;

import java.util.HashMap;
import java.util.Map;

/** Which objects of one run are those of others, whose numbers are of their own. */
final class Naming {
  private final Events events;
  private final Doubts doubts;
  private final Trace trace;

  /** In this run: which object the others call by what number. */
  private final Map<Integer, Integer> objects = new HashMap<>();

  /** Events of this run that no other came to, with the object that their thread stands before. */
  private final Map<Event, Integer> news = new HashMap<>();

  Naming(Events events, Doubts doubts, Trace trace) {
    this.events = events;
    this.doubts = doubts;
    this.trace = trace;
  }

  /** In this run: below 0 a thread, above any other object, 0 for none. */
  int object(Operation operation) {
    SharedObject object = trace.objects().get(operation.object());
    if (object == null || !object.isThread()) {
      return operation.object();
    }
    // One that is not started in this run is nobody that could tell.
    return ThreadId.of(object.name()).map(id -> Events.thing(events.slot(id))).orElse(0);
  }

  /** Behind that event, which no other run came to, its thread stands before that operation. */
  void learn(Event event, Operation next) {
    event.object = Math.min(0, object(next));
    news.put(event, object(next));
  }

  /** The same of an event that others came to, too. */
  void compare(Event event, Operation next) {
    int here = object(next);
    if (here > 0) {
      bind(here, event.object);
    } else if (event.object == 0 && here < 0) {
      event.object = here; // a thread that no run before has started
      doubts.united();
    } else if (here != event.object && here != 0) {
      doubts.different(next.place());
    }
  }

  private void bind(int here, int elsewhere) {
    if (elsewhere <= 0) {
      doubts.different(Operation.Place.UNKNOWN);
      return;
    }
    Integer known = objects.putIfAbsent(here, elsewhere);
    if (known != null && events.object(known) != events.object(elsewhere)) {
      events.unite(known, elsewhere);
      doubts.united();
    }
  }

  /** Objects that only this run came to get a number that all runs know. */
  void end() {
    news.forEach(
        (event, here) -> {
          if (here > 0) {
            event.object = objects.computeIfAbsent(here, _ -> events.newObject());
          }
        });
  }
}
