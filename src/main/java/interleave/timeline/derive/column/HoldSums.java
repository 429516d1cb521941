package interleave.timeline.derive.column;

import interleave.event.EventKind;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.grammar.EventGrammar;
import java.util.HashMap;
import java.util.Map;

/**
 * The holds of a lock that are not recorded one by one any more: how many each thread had in a
 * slice of time. What three events say of it comes together here.
 */
public final class HoldSums {
  public final LongColumn starts = new LongColumn();
  public final LongColumn ends = new LongColumn();
  private final IntColumn lanes = new IntColumn();
  private final LongColumn counts = new LongColumn();
  private final LongColumn contended = new LongColumn();
  private final LongColumn held = new LongColumn();
  private final LongColumn waited = new LongColumn();
  private final LongColumn longest = new LongColumn();
  private final Map<Integer, Begun> begun = new HashMap<>();

  /** When the first process began to sum up; {@link Timeline#OPEN} for never. */
  public long since = Timeline.OPEN;

  /** What came before the event that ends it. */
  private static final class Begun {
    long held;
    long contended;
    long waited;
    long longest;
  }

  /** Takes an event; the index of the slice that it completed, -1 for none. */
  public int event(EventKind kind, int lane, long value, long time) {
    long low = value & 0xFFFF_FFFFL;
    long high = value >>> 32;
    switch (kind) {
      case DETAIL_ENDED -> since = Math.min(since, time);
      case SUM_HELD -> {
        begun(lane).held = low * 1000;
        begun(lane).contended = high;
      }
      case SUM_WAITED -> {
        begun(lane).waited = low * 1000;
        begun(lane).longest = high * 1000;
      }
      case SUM_OF_HOLDS -> {
        return complete(lane, low, time - high * 1000, time);
      }
      default -> throw EventGrammar.unheard(kind);
    }
    return -1;
  }

  private Begun begun(int lane) {
    return begun.computeIfAbsent(lane, _ -> new Begun());
  }

  private int complete(int lane, long count, long start, long end) {
    Begun sums = begun(lane);
    begun.remove(lane);
    starts.add(Math.min(start, end));
    ends.add(end);
    lanes.add(lane);
    counts.add(count);
    contended.add(Math.min(count, sums.contended));
    held.add(sums.held);
    waited.add(sums.waited);
    longest.add(sums.longest);
    return starts.size() - 1;
  }

  public LockTrack.Sum sum(int i) {
    return new LockTrack.Sum(
        lanes.get(i),
        starts.get(i),
        ends.get(i),
        counts.get(i),
        contended.get(i),
        held.get(i),
        waited.get(i),
        longest.get(i));
  }
}
