package interleave.timeline.derive.column;

import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import org.jspecify.annotations.Nullable;

/**
 * Something is in {@code state} while its level is at least {@code least}, and below its total
 * where it has one.
 */
public record LevelSteps(
    LongColumn times, IntColumn levels, @Nullable IntColumn totals, int least, int state)
    implements Steps {

  public LevelSteps(LongColumn times, IntColumn levels, int least, int state) {
    this(times, levels, null, least, state);
  }

  /** In {@code state} while anyone waits. */
  public LevelSteps(WaitTotals waiters, int state) {
    this(waiters.steps.times, waiters.steps.counts, 1, state);
  }

  @Override
  public int size() {
    return times.size();
  }

  @Override
  public long time(int step) {
    return times.get(step);
  }

  @Override
  public int state(int step) {
    int level = levels.get(step);
    boolean within = level >= least && (totals == null || level < totals.get(step));
    return within ? state : Census.NONE;
  }
}
