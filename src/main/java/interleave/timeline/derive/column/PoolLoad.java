package interleave.timeline.derive.column;

import interleave.timeline.PoolTrack;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/** How many tasks of a pool wait, run and are over, as it changes. */
public final class PoolLoad {
  private final LongColumn times = new LongColumn();
  private final IntColumn waiting = new IntColumn();
  private final IntColumn running = new IntColumn();
  private final IntColumn ended = new IntColumn();
  private int waits;
  private int runs;
  private int over;

  private long waited;

  public void step(long time, int moreWait, int moreRun, int moreEnded) {
    if (waits > 0) {
      waited += waits * Math.max(0, time - times.get(times.size() - 1));
    }
    waits = Math.max(0, waits + moreWait);
    runs = Math.max(0, runs + moreRun);
    times.add(time);
    waiting.add(waits);
    running.add(runs);
    over += moreEnded;
    ended.add(over);
  }

  /** Tasks × nanoseconds that they waited, up to the last change. */
  public long waited() {
    return waited;
  }

  /** When any of its tasks ran, or waited, as that state. */
  public Steps steps(boolean ran, int state) {
    return new LevelSteps(times, ran ? running : waiting, 1, state);
  }

  public PoolTrack.Load view() {
    return new View(this, times.size());
  }

  private record View(PoolLoad of, int steps) implements PoolTrack.Load {
    @Override
    public long time(int step) {
      return of.times.get(step);
    }

    @Override
    public int waiting(int step) {
      return of.waiting.get(step);
    }

    @Override
    public int running(int step) {
      return of.running.get(step);
    }

    @Override
    public int ended(int step) {
      return of.ended.get(step);
    }
  }
}
