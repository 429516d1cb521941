package interleave.timeline.seen;

import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Held;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.TimeScale;
import interleave.words.Words;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who was seen to have a lock, as beads in the colours of the threads with their names, and how
 * many were seen to wait for it then.
 */
public final class SeenLocks {
  private static final Words WORDS = Words.of("timeline/seen");
  private static final double REACH = 9;
  private static final double APART = 4;
  private static final double LEAST_ROOM = 30;

  private final Timeline timeline;
  private final Sightings all;
  private final int lock;
  private final TimeScale scale;

  public SeenLocks(Timeline timeline, int lock, TimeScale scale) {
    this.timeline = timeline;
    this.lock = lock;
    this.scale = scale;
    all = timeline.sightings();
  }

  public boolean isEmpty() {
    return all.waitingFor(lock).isEmpty() && all.holdsOf(lock).isEmpty();
  }

  /** When it was seen to be held or waited for. */
  private SortedSet<Long> times() {
    SortedSet<Long> times = new TreeSet<>();
    all.waitingFor(lock).forEach(i -> times.add(all.get(i).time()));
    all.holdsOf(lock).forEach(i -> times.add(all.held(i).time()));
    return times;
  }

  /**
   * Draws them.
   *
   * @param middle the y of the line that they are on
   */
  public void draw(double left, double right, double middle, Brush brush) {
    List<Long> times = List.copyOf(times());
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < times.size(); i++) {
      double x = SeenBeads.within(scale.x(times.get(i)), left, right);
      if (x >= left - REACH && x <= right + REACH && x - before >= APART) {
        double next = i + 1 < times.size() ? scale.x(times.get(i + 1)) - REACH : right;
        bead(times.get(i), x, Math.min(next, right), middle, brush);
        before = x;
      }
    }
  }

  private void bead(long time, double x, double right, double middle, Brush brush) {
    int holder = all.holderAt(lock, time);
    holder = holder >= 0 ? holder : owner(time);
    if (holder >= 0) {
      brush.seenThread(holder);
      brush.fill(
          x - REACH, middle - REACH, 2 * REACH, 2 * REACH, 3, Role.thread(timeline.hue(holder)));
    } else {
      brush.outline(x - REACH, middle - REACH, 2 * REACH, 2 * REACH, 3, Role.MUTED, 1.2);
    }
    double room = right - x - REACH - 4;
    if (room < LEAST_ROOM) {
      return;
    }
    double from = x + REACH + 4;
    if (holder >= 0) {
      String name = timeline.lanes().get(holder).name();
      brush.words(from, middle - 1, name, Face.SMALL, Role.TEXT, room, Mark.Align.LEFT);
    }
    String text = waiting(time);
    if (!text.isEmpty()) {
      Role role = all.waitingAt(lock, time, false) > 0 ? Role.LOCK_WAIT : Role.MUTED;
      double y = holder >= 0 ? middle + 13 : middle - 1;
      brush.words(from, y, text, Face.SMALL, role, room, Mark.Align.LEFT);
    }
  }

  /** Who has it by the word of those that wait. */
  private int owner(long time) {
    for (int i : all.waitingFor(lock)) {
      if (all.get(i).time() == time && all.get(i).owner() >= 0) {
        return all.get(i).owner();
      }
    }
    return -1;
  }

  private String waiting(long time) {
    int wanted = all.waitingAt(lock, time, false);
    int notified = all.waitingAt(lock, time, true);
    String wants = wanted == 0 ? "" : WORDS.count("waiting", wanted);
    String waits = notified == 0 ? "" : WORDS.count("notified", notified);
    return wants + (wants.isEmpty() || waits.isEmpty() ? "" : WORDS.get("comma")) + waits;
  }

  /** What was seen nearest before a moment, in words; empty where nothing was. */
  public String fact(long moment) {
    SortedSet<Long> before = times().headSet(moment + 1);
    if (before.isEmpty()) {
      return "";
    }
    long time = before.last();
    int holder = all.holderAt(lock, time);
    holder = holder >= 0 ? holder : owner(time);
    int wanted = all.waitingAt(lock, time, false);
    if (holder < 0) {
      return wanted == 0 ? waiting(time) : WORDS.get("lock.now.free", wanted);
    }
    return WORDS.get("lock.now", timeline.lanes().get(holder).name(), wanted);
  }

  /** The hold, or the wait, that was seen at that x; null for none. */
  public @Nullable ThingRef at(double x, double left, double right) {
    for (int i : all.holdsOf(lock)) {
      Held held = all.held(i);
      if (Math.abs(SeenBeads.within(scale.x(held.time()), left, right) - x) <= REACH) {
        return sighting(held.lane(), held.time());
      }
    }
    for (int i : all.waitingFor(lock)) {
      if (Math.abs(SeenBeads.within(scale.x(all.get(i).time()), left, right) - x) <= REACH) {
        return new ThingRef.Sighting(i);
      }
    }
    return null;
  }

  private @Nullable ThingRef sighting(int lane, long time) {
    for (int i : all.ofLane(lane)) {
      if (all.get(i).time() == time) {
        return new ThingRef.Sighting(i);
      }
    }
    return null;
  }
}
