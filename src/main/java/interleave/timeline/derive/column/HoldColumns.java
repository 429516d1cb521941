package interleave.timeline.derive.column;

import interleave.timeline.BinKeys;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import org.jspecify.annotations.Nullable;

/** Which locks a thread held when. Holds of different locks overlap, in any way. */
public final class HoldColumns {
  public final LongColumn starts = new LongColumn();
  public final LongColumn ends = new LongColumn();
  public final IntColumn objects = new IntColumn();
  public final IntColumn sites = new IntColumn();
  public final BusyTime coverage = BusyTime.of(starts, ends);
  private @Nullable BinKeys kept;
  private final IntBag open = new IntBag();

  /** What was drawn of them. */
  public BinKeys kept() {
    BinKeys keys = kept;
    if (keys == null) {
      keys = new BinKeys();
      kept = keys;
    }
    return keys;
  }

  public void open(long start, int object, int site) {
    open.add(starts.size());
    starts.add(start);
    ends.add(Timeline.OPEN);
    objects.add(object);
    sites.add(site);
    coverage.begin(start);
  }

  public void close(long end, int object) {
    for (int i = open.size() - 1; i >= 0; i--) {
      // What another thread says of this one comes later than what it says itself.
      if (objects.get(open.get(i)) == object && starts.get(open.get(i)) <= end) {
        close(open.remove(i), end);
        return;
      }
    }
  }

  public void closeAll(long end) {
    while (open.size() > 0) {
      close(open.remove(open.size() - 1), end);
    }
  }

  private void close(int hold, long end) {
    ends.set(hold, Math.max(starts.get(hold), end));
    coverage.end(end);
  }
}
