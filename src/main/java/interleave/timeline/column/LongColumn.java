package interleave.timeline.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Column} of {@code long}s. */
public final class LongColumn extends Column<long[]> {
  public void add(long value) {
    int at = size() & MASK;
    next()[at] = value;
  }

  public long get(int index) {
    Object chunk = chunks[index >> SHIFT];
    return chunk instanceof long[] values ? values[index & MASK] : packed(chunk, index);
  }

  /** Copies {@code count} values, which lie in one chunk. */
  public void copy(int from, int count, long[] into) {
    Object chunk = chunks[from >> SHIFT];
    if (chunk instanceof long[] values) {
      System.arraycopy(values, from & MASK, into, 0, count);
    } else {
      packedChunk(chunk, from).copy(from & MASK, count, into);
    }
  }

  public void set(int index, long value) {
    Object chunk = chunks[index >> SHIFT];
    if (chunk instanceof long[] values) {
      values[index & MASK] = value;
    } else {
      repack(chunk, index, value);
    }
  }

  /**
   * Index of the last of the first {@code size} values that is at most {@code value}, -1 if none;
   * they must be sorted.
   */
  public int floor(long value, int size) {
    if (size == 0) {
      return -1;
    }
    // The first of each chunk before what is within one: of packed ones no other is touched.
    int low = 0;
    int high = size - 1 >> SHIFT;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (first(middle) <= value) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int first = low << SHIFT;
    int last = Math.min(size, first + CHUNK) - 1;
    while (first <= last) {
      int middle = (first + last) >>> 1;
      if (get(middle) <= value) {
        first = middle + 1;
      } else {
        last = middle - 1;
      }
    }
    return last;
  }

  /** The first value of a chunk of a sorted column; nothing is inflated for it. */
  private long first(int chunk) {
    Object values = chunks[chunk];
    return values instanceof long[] array ? array[0] : least(values, chunk);
  }

  @Override
  int length(long[] chunk) {
    return chunk.length;
  }

  @Override
  long[] copy(long @Nullable [] chunk, int length) {
    return chunk == null ? new long[length] : Arrays.copyOf(chunk, length);
  }

  @Override
  long[] values(long[] chunk, long[] room) {
    return chunk;
  }

  @Override
  void spare(long[] chunk, Packing to) {
    to.spareLongs = chunk;
  }

  @Override
  long @Nullable [] spared(Packing of) {
    long[] spared = of.spareLongs;
    of.spareLongs = null;
    return spared;
  }

  @Override
  long[] chunk(long[] values) {
    return values;
  }
}
