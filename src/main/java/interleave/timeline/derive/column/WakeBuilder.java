package interleave.timeline.derive.column;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.Wakes;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.grammar.EventGrammar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds out who let whom go on, in the order of time.
 *
 * <p>A notification of all is for each thread that waits then. A notification of one is for the
 * first that goes on afterwards, without that its time was up. An unpark is for the thread that it
 * names, while that is parked.
 */
public final class WakeBuilder {
  private final IntColumn fromLanes = new IntColumn();
  private final LongColumn fromTimes = new LongColumn();
  private final IntColumn toLanes = new IntColumn();
  private final LongColumn toTimes = new LongColumn();
  private final Map<Place, Waiters> places = new HashMap<>();
  private final Map<Integer, Act> unparked = new HashMap<>();

  /** Where threads wait to be notified: a lock, and which of its conditions. */
  private record Place(int lock, int condition) {}

  private record Act(int lane, long time) {}

  /** Who waits somewhere, the notification that is for each, and those that are for any. */
  private static final class Waiters {
    static final Act NONE = new Act(-1, 0);
    final Map<Integer, Act> notified = new HashMap<>();
    final Deque<Act> forAny = new ArrayDeque<>();
  }

  public void add(int fromLane, long fromTime, int toLane, long toTime) {
    fromLanes.add(fromLane);
    fromTimes.add(fromTime);
    toLanes.add(toLane);
    toTimes.add(toTime);
  }

  public void event(EventKind kind, int flags, int lane, int lock, int condition, long time) {
    Waiters at = places.computeIfAbsent(new Place(lock, condition), _ -> new Waiters());
    switch (kind) {
      case WAIT_BEGIN -> at.notified.put(lane, Waiters.NONE);
      case NOTIFY -> {
        Act act = new Act(lane, time);
        if ((flags & Flags.ALL) != 0) {
          at.notified.replaceAll((_, _) -> act);
          at.forAny.clear();
        } else if (at.forAny.size() < at.notified.size()) {
          at.forAny.add(act);
        }
      }
      case WAIT_END -> {
        Act mine = at.notified.remove(lane);
        if (mine == null || (flags & (Flags.TIMED_OUT | Flags.INTERRUPTED)) != 0) {
          return;
        }
        Act by = mine != Waiters.NONE ? mine : at.forAny.poll();
        if (by != null && by.lane() >= 0) {
          add(by.lane(), by.time(), lane, time);
        }
      }
      default -> throw EventGrammar.unheard(kind);
    }
  }

  public void parked(int lane) {
    unparked.remove(lane);
  }

  public void unparked(int by, int lane, long time) {
    unparked.putIfAbsent(lane, new Act(by, time));
  }

  public void parkEnded(int lane, int flags, long time) {
    Act by = unparked.remove(lane);
    if (by != null && by.lane() >= 0 && (flags & Flags.INTERRUPTED) == 0) {
      add(by.lane(), by.time(), lane, time);
    }
  }

  public Wakes view() {
    return new View(this, toTimes.size());
  }

  /** The first of them. */
  private record View(WakeBuilder of, int size) implements Wakes {
    @Override
    public int fromLane(int i) {
      return of.fromLanes.get(i);
    }

    @Override
    public long fromTime(int i) {
      return of.fromTimes.get(i);
    }

    @Override
    public int toLane(int i) {
      return of.toLanes.get(i);
    }

    @Override
    public long toTime(int i) {
      return of.toTimes.get(i);
    }

    @Override
    public int at(long time) {
      return of.toTimes.floor(time, size);
    }
  }
}
