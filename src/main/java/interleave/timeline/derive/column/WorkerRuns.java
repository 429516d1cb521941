package interleave.timeline.derive.column;

import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/**
 * What one worker of a pool ran when. A task may run within another, where that waits for it:
 *
 * <pre>
 *   a begins   b begins   b ends   a ends
 *   ├─── a ────┼─── b ────┼─── a ───┤
 * </pre>
 */
public final class WorkerRuns {
  public final int index;
  final int lane;

  /** Whether the next snapshot has to look at it. */
  public boolean changed;

  private final LongColumn starts = new LongColumn();
  private final LongColumn ends = new LongColumn();
  private final IntColumn tasks = new IntColumn();
  private final IntColumn origins = new IntColumn();
  private final IntBag within = new IntBag();
  private final IntBag originOf = new IntBag();

  public WorkerRuns(int index, int lane) {
    this.index = index;
    this.lane = lane;
  }

  /** The task that the worker is in, -1 for none. */
  public int current() {
    return within.size() == 0 ? -1 : within.get(within.size() - 1);
  }

  public void begin(int task, int origin, long time) {
    close(time);
    within.add(task);
    originOf.add(origin);
    open(time);
  }

  public void end(int task, long time) {
    int at = within.size() - 1;
    while (at >= 0 && within.get(at) != task) {
      at--;
    }
    if (at < 0) {
      return;
    }
    close(time);
    while (within.size() > at) {
      within.remove(within.size() - 1);
      originOf.remove(originOf.size() - 1);
    }
    if (current() >= 0) {
      open(time);
    }
  }

  private void open(long time) {
    starts.add(time);
    ends.add(Timeline.OPEN);
    tasks.add(current());
    origins.add(originOf.get(originOf.size() - 1));
  }

  void close(long time) {
    int last = starts.size() - 1;
    if (last >= 0 && ends.get(last) == Timeline.OPEN) {
      ends.set(last, Math.max(time, starts.get(last)));
    }
  }

  public PoolTrack.Worker view() {
    return new View(this, starts.size());
  }

  private record View(WorkerRuns of, int runs) implements PoolTrack.Worker {
    @Override
    public int lane() {
      return of.lane;
    }

    @Override
    public long start(int run) {
      return of.starts.get(run);
    }

    @Override
    public long end(int run) {
      return of.ends.get(run);
    }

    @Override
    public int task(int run) {
      return of.tasks.get(run);
    }

    @Override
    public int origin(int run) {
      return of.origins.get(run);
    }

    @Override
    public int at(long time) {
      return of.starts.floor(time, runs);
    }
  }
}
