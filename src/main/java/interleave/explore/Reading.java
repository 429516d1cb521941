package interleave.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in what one run told: its events, the moments it came by, and who could go on there. */
final class Reading {
  private final Events events;
  private final States states;
  private final Doubts doubts;
  private final boolean everything;
  private final boolean concludes;

  private Trace trace = NOTHING;
  private Moment moment;
  private Naming naming;

  /** By slot, before what each stands. */
  private final Map<Integer, Operation> standing = new HashMap<>();

  private Numbers beginning = Numbers.of();
  private int stand;

  private static final Trace NOTHING =
      new Trace(
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          new Ending(Ending.Kind.STOPPED, "", Map.of(), "", List.of()),
          List.of());

  /**
   * @param concludes whether it is concluded who could go on at moments that no run came by
   */
  Reading(Events events, States states, Doubts doubts, boolean everything, boolean concludes) {
    this.events = events;
    this.states = states;
    this.doubts = doubts;
    this.everything = everything;
    this.concludes = concludes;
    this.moment = new Moment(events, everything);
    this.naming = new Naming(events, doubts, NOTHING);
  }

  /** Whether the run ended as no equivalent one before. */
  boolean read(Trace run) {
    trace = run;
    moment = new Moment(events, everything);
    naming = new Naming(events, doubts, run);
    standing.clear();
    stand = 0;
    run.told().stream().filter(Trace.Told::isLoose).forEach(each -> doubts.different(each.place()));
    try {
      return goThrough(run);
    } finally {
      naming.end();
    }
  }

  /** The events with which the first threads came to stand. */
  Numbers beginning() {
    return beginning;
  }

  private boolean goThrough(Trace run) {
    arrive(null, 0);
    beginning = new Numbers(Arrays.stream(moment.last()).filter(each -> each != 0).toArray());
    for (int i = 0; i < run.steps().size(); i++) {
      Step step = run.steps().get(i);
      int slot = events.slot(step.thread());
      Operation operation = standing.get(slot);
      if (moment.last(slot) == 0 || operation == null) {
        doubts.strange(step.operation().place());
        return false;
      }
      see(step.enabled(), step.late() ? slot : -1);
      int object = naming.object(operation);
      Event event = moment.wouldBe(slot, operation.kind(), object, step.late());
      moment.happen(event, operation.kind(), object);
      arrive(event, i + 1);
    }
    return end(run.ending());
  }

  /** What follows from an event: where its thread stands then, and which threads it started. */
  private void arrive(@Nullable Event event, int after) {
    List<Trace.Stand> all = trace.stands();
    Operation own = null;
    List<Integer> started = new ArrayList<>();
    for (; stand < all.size() && all.get(stand).after() <= after; stand++) {
      Trace.Stand each = all.get(stand);
      int slot = events.slot(each.thread());
      Operation before = standing.put(slot, each.operation());
      if (event != null && slot == event.slot) {
        own = each.operation();
      } else if (moment.last(slot) == 0) {
        Event first = events.first(slot, event == null ? 0 : event.id);
        moment.begin(first);
        learn(first, each.operation(), new int[0], false);
        started.add(first.id);
      } else if (before == null || !isSame(before, each.operation())) {
        doubts.misjudged(); // another thread changed what it does next
      }
    }
    if (event != null) {
      boolean cut = own == null && after == trace.steps().size() && !isWhole();
      if (own == null) {
        standing.remove(event.slot);
      }
      if (!cut || trace.ending().kind() == Ending.Kind.EXIT) {
        int[] ids = started.stream().mapToInt(Integer::intValue).toArray();
        learn(event, own, ids, cut);
      }
    }
  }

  private static boolean isSame(Operation one, Operation other) {
    return one.kind() == other.kind() && one.object() == other.object();
  }

  /** Whether all threads came to their end, or to where they stand for ever. */
  private boolean isWhole() {
    Ending.Kind kind = trace.ending().kind();
    return kind == Ending.Kind.DONE
        || kind == Ending.Kind.EXCEPTION
        || kind == Ending.Kind.DEADLOCK;
  }

  private void learn(Event event, @Nullable Operation next, int[] started, boolean isLast) {
    Operation.Kind kind = next == null ? null : next.kind();
    if (!event.happened) {
      event.happened = true;
      event.next = kind;
      event.place = next == null ? Operation.Place.UNKNOWN : next.place();
      event.started = started;
      event.isLast = isLast;
      if (next != null) {
        naming.learn(event, next);
      }
    } else if (event.next != kind || !Arrays.equals(event.started, started)) {
      doubts.different(next == null ? event.place : next.place());
    } else if (next != null) {
      naming.compare(event, next);
    }
  }

  /**
   * Who can go on at this moment.
   *
   * @param late slot of the one whose time ran out; below 0 where none has
   */
  private void see(List<ThreadId> can, int late) {
    int[] slots = can.stream().sorted().mapToInt(events::slot).toArray();
    int[] wouldBe = new int[slots.length];
    for (int i = 0; i < slots.length; i++) {
      Operation next = standing.get(slots[i]);
      if (next == null) {
        doubts.strange(Operation.Place.UNKNOWN);
        return;
      }
      wouldBe[i] = moment.wouldBe(slots[i], next.kind(), naming.object(next), late >= 0).id;
    }
    if (!everything && concludes) {
      standing.forEach((slot, next) -> judge(slot, next, late < 0 && contains(slots, slot)));
    }
    State state = states.at(moment.last());
    if (state == null) {
      return;
    }
    if (!state.isOpen) {
      state.open(slots, wouldBe);
    } else if (!Arrays.equals(state.events, wouldBe)) {
      if (state.wasSeen) {
        doubts.different(standing.values().iterator().next().place());
      } else {
        doubts.misjudged();
      }
    }
    state.wasSeen = true;
  }

  private void judge(int slot, Operation next, boolean can) {
    int object = naming.object(next);
    boolean agreed =
        next.kind() == Operation.Kind.JOIN && object < 0
            ? can == moment.hasEnded(Events.slotOf(object))
            : events.learn(slot, next.kind(), moment.before(next.kind(), object), can);
    if (!agreed) {
      doubts.misjudged();
    }
  }

  private static boolean contains(int[] all, int one) {
    return Arrays.stream(all).anyMatch(each -> each == one);
  }

  private boolean end(Ending ending) {
    if (!ending.kind().isOfProgram() && ending.kind() != Ending.Kind.STUCK) {
      return false;
    }
    if (ending.kind() == Ending.Kind.DEADLOCK && !everything && concludes) {
      standing.forEach((slot, next) -> judge(slot, next, false));
    }
    boolean isLeft =
        (ending.kind() == Ending.Kind.DONE || ending.kind() == Ending.Kind.EXCEPTION)
            && events.learnLeft(standing.keySet());
    if (isLeft) {
      doubts.united(); // what was concluded while they were waited for is void
    }
    boolean isNew = states.end(moment.last(), ending);
    Ending known = states.ending(moment.last());
    if (!isNew && !ending.equals(known)) {
      doubts.different(Operation.Place.UNKNOWN);
    }
    State state = states.at(moment.last());
    if (state != null) {
      if (state.isOpen && state.enabled.length > 0 && (state.wasSeen || !isLeft)) {
        doubts.different(Operation.Place.UNKNOWN);
      } else {
        state.open(new int[0], new int[0]);
        state.wasSeen = true;
        state.ending = ending;
      }
    }
    return isNew;
  }
}
