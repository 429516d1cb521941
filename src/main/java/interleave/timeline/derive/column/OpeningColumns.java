package interleave.timeline.derive.column;

import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Opening;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/** When a synchronizer opened, in the order of time, and by whom. */
public final class OpeningColumns {
  private static final Cause[] CAUSES = Cause.values();

  private final ByteColumn causes = new ByteColumn();
  private final LongColumn times = new LongColumn();
  private final IntColumn lanes = new IntColumn();
  private final LongColumn arrivals = new LongColumn();
  private final IntColumn sites = new IntColumn();
  private final IntColumn lets = new IntColumn();
  private final IntColumn phases = new IntColumn();

  /** All but the first number, which is how many there are. */
  public void add(Cause cause, long time, int lane, long arrived, int site, int let, int phase) {
    causes.add(cause.ordinal());
    lanes.add(lane);
    arrivals.add(arrived);
    sites.add(site);
    lets.add(let);
    phases.add(phase);
    times.add(time);
  }

  public int size() {
    return times.size();
  }

  public Opening get(int i) {
    return new Opening(
        i,
        CAUSES[causes.get(i)],
        times.get(i),
        lanes.get(i),
        arrivals.get(i),
        sites.get(i),
        lets.get(i),
        phases.get(i));
  }

  /** Index of the last of the first {@code size} at or before {@code time}, -1 if none. */
  public int floor(long time, int size) {
    return times.floor(time, size);
  }
}
