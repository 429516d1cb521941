package interleave.timeline.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Column} of {@code int}s. */
public final class IntColumn extends Column<int[]> {
  private static final int[][] NONE = {new int[0]};

  public IntColumn() {
    super(NONE);
  }

  public void add(int value) {
    int at = size() & MASK;
    next()[at] = value;
  }

  public int get(int index) {
    return chunks[index >> SHIFT][index & MASK];
  }

  public void set(int index, int value) {
    chunks[index >> SHIFT][index & MASK] = value;
  }

  @Override
  int length(int[] chunk) {
    return chunk.length;
  }

  @Override
  int[] copy(int @Nullable [] chunk, int length) {
    return chunk == null ? new int[length] : Arrays.copyOf(chunk, length);
  }
}
