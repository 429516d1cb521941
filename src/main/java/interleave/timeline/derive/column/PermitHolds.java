package interleave.timeline.derive.column;

import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has permits of a semaphore. Any thread may give a permit back; one that has none itself is
 * taken to give back that which another has had for longest.
 */
public final class PermitHolds {
  /** Among so many it is looked who has one at a moment. */
  private static final int FEW = 256;

  private final LongColumn starts = new LongColumn();
  private final LongColumn ends = new LongColumn();
  private final IntColumn lanes = new IntColumn();

  /** Those that go on, the oldest first, among some that do not any more. */
  private final Deque<Open> open = new ArrayDeque<>();

  /** The same by lane, and only those that go on: of very many none is looked for. */
  private final Map<Integer, Deque<Open>> byLane = new HashMap<>();

  private int goingOn;

  private static final class Open {
    final int hold;
    long permits;

    Open(int hold, long permits) {
      this.hold = hold;
      this.permits = permits;
    }
  }

  public int size() {
    return starts.size();
  }

  public void acquired(int lane, long permits, long time) {
    if (permits > 0) {
      Open one = new Open(starts.size(), permits);
      open.addLast(one);
      byLane.computeIfAbsent(lane, _ -> new ArrayDeque<>(2)).addLast(one);
      goingOn++;
      starts.add(time);
      ends.add(Timeline.OPEN);
      lanes.add(lane);
    }
  }

  public void released(int lane, long permits, long time) {
    long left = permits;
    Deque<Open> own = byLane.get(lane);
    while (left > 0 && own != null && !own.isEmpty()) {
      left -= take(own.getFirst(), left, time);
    }
    while (left > 0 && goingOn > 0) {
      Open oldest = open.getFirst();
      left -= oldest.permits == 0 ? 0 : take(oldest, left, time);
      if (oldest.permits == 0) {
        open.removeFirst();
      }
    }
    if (open.size() > FEW + 2 * goingOn) {
      open.removeIf(one -> one.permits == 0);
    }
  }

  /** Takes some permits of a hold, which ends when it has none left; how many it had. */
  private long take(Open one, long permits, long time) {
    long taken = Math.min(permits, one.permits);
    one.permits -= taken;
    if (one.permits == 0) {
      ends.set(one.hold, time);
      goingOn--;
      int lane = lanes.get(one.hold);
      Deque<Open> own = byLane.get(lane);
      if (own != null) {
        own.remove(one);
        if (own.isEmpty()) {
          byLane.remove(lane);
        }
      }
    }
    return taken;
  }

  /** The lanes that have permits at {@code time}, as far as the first {@code size} tell. */
  public List<Integer> at(long time, int size) {
    List<Integer> found = new ArrayList<>();
    int last = starts.floor(time, size);
    for (int i = last; i >= 0 && i > last - FEW; i--) {
      if (ends.get(i) > time && !found.contains(lanes.get(i))) {
        found.add(lanes.get(i));
      }
    }
    return found;
  }
}
