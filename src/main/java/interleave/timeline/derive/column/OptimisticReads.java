package interleave.timeline.derive.column;

import interleave.event.Flags;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.HashMap;
import java.util.Map;

/** Reads that do not hold a lock, and whether they turned out to be of one piece. */
public final class OptimisticReads {
  private static final int OPEN = 0;
  private static final int VALID = 1;
  private static final int VAIN = 2;

  public final LongColumn starts = new LongColumn();
  final LongColumn ends = new LongColumn();
  final IntColumn lanes = new IntColumn();
  final IntColumn sites = new IntColumn();
  private final ByteColumn outcomes = new ByteColumn();
  private final Map<Integer, Integer> open = new HashMap<>();

  public void begin(int lane, int flags, int site, long time) {
    boolean vain = (flags & Flags.FAILED) != 0;
    if (!vain) {
      open.put(lane, starts.size());
    }
    starts.add(time);
    ends.add(vain ? time : Timeline.OPEN);
    lanes.add(lane);
    sites.add(site);
    outcomes.add(vain ? VAIN : OPEN);
  }

  public void validated(int lane, int flags, long time) {
    Integer read = open.remove(lane);
    if (read != null) {
      ends.set(read, time);
      outcomes.set(read, (flags & Flags.FAILED) != 0 ? VAIN : VALID);
    }
  }

  public LockTrack.OptimisticRead read(int i) {
    return new LockTrack.OptimisticRead(
        lanes.get(i), starts.get(i), ends.get(i), outcomes.get(i) == VAIN, sites.get(i));
  }
}
