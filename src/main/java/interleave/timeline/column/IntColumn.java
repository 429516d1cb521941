package interleave.timeline.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Column} of {@code int}s. */
public final class IntColumn extends Column<int[]> {
  public void add(int value) {
    int at = size() & MASK;
    next()[at] = value;
  }

  public int get(int index) {
    Object chunk = chunks[index >> SHIFT];
    return chunk instanceof int[] values ? values[index & MASK] : (int) packed(chunk, index);
  }

  public void set(int index, int value) {
    Object chunk = chunks[index >> SHIFT];
    if (chunk instanceof int[] values) {
      values[index & MASK] = value;
    } else {
      repack(chunk, index, value);
    }
  }

  @Override
  int length(int[] chunk) {
    return chunk.length;
  }

  @Override
  int[] copy(int @Nullable [] chunk, int length) {
    return chunk == null ? new int[length] : Arrays.copyOf(chunk, length);
  }

  @Override
  long[] values(int[] chunk, long[] room) {
    for (int i = 0; i < chunk.length; i++) {
      room[i] = chunk[i];
    }
    return room;
  }

  @Override
  void spare(int[] chunk, Packing to) {
    to.spareInts = chunk;
  }

  @Override
  int @Nullable [] spared(Packing of) {
    int[] spared = of.spareInts;
    of.spareInts = null;
    return spared;
  }

  @Override
  int[] chunk(long[] values) {
    int[] chunk = new int[values.length];
    for (int i = 0; i < chunk.length; i++) {
      chunk[i] = (int) values[i];
    }
    return chunk;
  }
}
