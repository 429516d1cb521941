package interleave.timeline.derive.column;

import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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
  private final List<Open> open = new ArrayList<>();

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
      open.add(new Open(starts.size(), permits));
      starts.add(time);
      ends.add(Timeline.OPEN);
      lanes.add(lane);
    }
  }

  public void released(int lane, long permits, long time) {
    long left = release(lane, permits, time);
    if (left > 0) {
      release(-1, left, time);
    }
  }

  /** Takes permits from that lane, or from any for -1; how many there were not. */
  private long release(int lane, long permits, long time) {
    long left = permits;
    Iterator<Open> each = open.iterator();
    while (left > 0 && each.hasNext()) {
      Open one = each.next();
      if (lane < 0 || lanes.get(one.hold) == lane) {
        long taken = Math.min(left, one.permits);
        left -= taken;
        one.permits -= taken;
        if (one.permits == 0) {
          ends.set(one.hold, time);
          each.remove();
        }
      }
    }
    return left;
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
