package interleave.timeline.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Column} of {@code long}s. */
public final class LongColumn extends Column<long[]> {
  private static final long[][] NONE = {new long[0]};

  public LongColumn() {
    super(NONE);
  }

  public void add(long value) {
    int at = size() & MASK;
    next()[at] = value;
  }

  public long get(int index) {
    return chunks[index >> SHIFT][index & MASK];
  }

  public void set(int index, long value) {
    chunks[index >> SHIFT][index & MASK] = value;
  }

  /**
   * Index of the last of the first {@code size} values that is at most {@code value}, -1 if none;
   * they must be sorted.
   */
  public int floor(long value, int size) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (get(middle) <= value) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  @Override
  int length(long[] chunk) {
    return chunk.length;
  }

  @Override
  long[] copy(long @Nullable [] chunk, int length) {
    return chunk == null ? new long[length] : Arrays.copyOf(chunk, length);
  }
}
