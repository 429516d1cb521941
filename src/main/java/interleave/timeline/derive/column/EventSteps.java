package interleave.timeline.derive.column;

import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.LongColumn;
import org.jspecify.annotations.Nullable;

/**
 * Something happens again and again: each time counts, for {@code state}, and for the next one
 * where a bit of its kind is set.
 */
public record EventSteps(LongColumn times, @Nullable ByteColumn kinds, int bit, int state)
    implements Steps {

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
    return state + (kinds != null && (kinds.get(step) & bit) != 0 ? 1 : 0);
  }

  @Override
  public int before(int step) {
    return Census.NONE;
  }
}
