package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Kind;
import interleave.timeline.SynchronizerTrack.Outcome;
import interleave.timeline.Timeline;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.LevelSteps;
import interleave.timeline.derive.column.OpeningColumns;
import interleave.timeline.derive.column.PermitHolds;
import interleave.timeline.derive.column.Steps;
import interleave.timeline.derive.column.WaitTotals;
import interleave.timeline.derive.column.WakeBuilder;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the track of a synchronizer from the events of all threads, in the order of their times.
 * What its level means, and what lets waiting threads go on, is each kind's own.
 */
public abstract class SynchronizerBuilder {
  public final int index;
  public final Kind kind;
  public final WaitTotals waiters = new WaitTotals();
  public final LongColumn stepTimes = new LongColumn();
  public final IntColumn stepLevels = new IntColumn();
  public final IntColumn stepTotals = new IntColumn();
  public final IntColumn stepLanes = new IntColumn();
  public final LongColumn begins = new LongColumn();
  public final LongColumn ends = new LongColumn();
  public final IntColumn lanes = new IntColumn();
  public final IntColumn asked = new IntColumn();
  public final ByteColumn outcomes = new ByteColumn();
  public final IntColumn wakers = new IntColumn();
  public final LongColumn wakeTimes = new LongColumn();
  public final IntColumn wakeSites = new IntColumn();
  public final OpeningColumns openings = new OpeningColumns();

  /** The wait of each lane that waits. */
  private final Map<Integer, Integer> waiting = new HashMap<>();

  /** Who has permits, of a semaphore. */
  public final PermitHolds holds = new PermitHolds();

  private final IdMap users = new IdMap();
  private final WakeBuilder wakes;

  int total = -1;
  int level;
  public int maxLevel;

  /** Grows with every event, so that a view knows whether it is still the newest. */
  public long version;

  SynchronizerBuilder(int index, Kind kind, WakeBuilder wakes) {
    this.index = index;
    this.kind = kind;
    this.wakes = wakes;
  }

  /** Whether no event of that lane came here yet. */
  public final boolean isNew(int lane) {
    boolean isNew = users.get(lane) == IdMap.NONE;
    if (isNew) {
      users.put(lane, index);
    }
    return isNew;
  }

  /** Who lets others go on, when and where. */
  record Waker(int lane, long time, int site) {
    static final Waker NOBODY = new Waker(-1, Timeline.OPEN, 0);
  }

  public final void event(EventKind event, int flags, int lane, int site, long value, long time) {
    version++;
    switch (event) {
      case SYNC_STATE -> state((int) value, (int) (value >>> 32), lane, time);
      case SYNC_WAIT_BEGIN -> begin(lane, (int) value, time);
      default -> happened(event, flags, lane, site, value, time);
    }
  }

  /** It is first seen, or was reset by {@code lane}. */
  void state(int now, int of, int lane, long time) {
    total = of;
    step(now, lane, time);
  }

  abstract void happened(EventKind event, int flags, int lane, int site, long value, long time);

  private void begin(int lane, int permits, long time) {
    if (lane < 0 || waiting.containsKey(lane)) {
      return;
    }
    waiting.put(lane, begins.size());
    begins.add(time);
    ends.add(Timeline.OPEN);
    lanes.add(lane);
    asked.add(permits);
    outcomes.add(Outcome.WAITS.ordinal());
    wakers.add(-1);
    wakeTimes.add(Timeline.OPEN);
    wakeSites.add(0);
    waiters.begin(time);
  }

  /** When permits are out, a latch is shut, or some of those have come that are to meet. */
  public final Steps taken(int state) {
    return kind == Kind.SEMAPHORE
        ? new LevelSteps(stepTimes, stepLevels, stepTotals, Integer.MIN_VALUE, state)
        : new LevelSteps(stepTimes, stepLevels, 1, state);
  }

  final int waitingNow() {
    return waiting.size();
  }

  /** The lane waits no longer, if it did. */
  final void end(int lane, Outcome outcome, Waker by, long time) {
    Integer wait = waiting.remove(lane);
    if (wait == null) {
      return;
    }
    long end = Math.max(time, begins.get(wait));
    ends.set(wait, end);
    outcomes.set(wait, outcome.ordinal());
    waiters.end(end);
    long took = end - begins.get(wait);
    waiters.add(took, took);
    if (by.lane() >= 0 && by.lane() != lane) {
      wakers.set(wait, by.lane());
      wakeTimes.set(wait, by.time());
      wakeSites.set(wait, by.site());
      wakes.add(by.lane(), by.time(), lane, end);
    }
  }

  final void step(int to, int lane, long time) {
    level = to;
    maxLevel = Math.max(maxLevel, to);
    stepTimes.add(time);
    stepLevels.add(to);
    stepTotals.add(total);
    stepLanes.add(lane);
  }

  final void opened(Cause cause, Waker by, int phase, long time) {
    opened(cause, by, waiting.size(), phase, time);
  }

  /** As {@link #opened}, where not all that wait go on. */
  final void opened(Cause cause, Waker by, int let, int phase, long time) {
    openings.add(cause, time, by.lane(), Math.min(by.time(), time), by.site(), let, phase);
  }

  /** How a wait ended of which the flags tell. */
  static Outcome outcome(int flags) {
    if ((flags & Flags.TIMED_OUT) != 0) {
      return Outcome.TIMED_OUT;
    }
    if ((flags & Flags.INTERRUPTED) != 0) {
      return Outcome.INTERRUPTED;
    }
    return (flags & Flags.FAILED) != 0 ? Outcome.BROKEN : Outcome.WENT_ON;
  }

  /** The thread or its process has ended: it waits no longer. */
  public final void laneEnded(int lane, long time) {
    version++;
    end(lane, Outcome.ENDED, Waker.NOBODY, time);
  }
}
