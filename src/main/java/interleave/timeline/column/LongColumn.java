package interleave.timeline.column;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A growing column of {@code long}s in chunks, so that growing never copies what is there. One
 * thread appends; others may read what was there when they were handed the column's size through a
 * safe publication.
 */
public final class LongColumn {
  private static final int SHIFT = 13;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;

  /** What all columns begin with: of a hundred thousand lanes most have most columns empty. */
  private static final long[][] NONE = {new long[0]};

  private long[][] chunks = NONE;
  private int size;

  public int size() {
    return size;
  }

  public void add(long value) {
    int chunk = size >> SHIFT;
    int at = size & MASK;
    if (chunk == chunks.length || chunks[chunk] == null || at == chunks[chunk].length) {
      grow(chunk, at);
    }
    chunks[chunk][at] = value;
    size++;
  }

  /** Copies are complete before a reader on another thread can find them. */
  private void grow(int chunk, int at) {
    if (chunk == chunks.length || chunks == NONE) {
      long[][] more = Arrays.copyOf(chunks, chunk == 0 ? 1 : chunks.length * 2);
      VarHandle.releaseFence();
      chunks = more;
    }
    long[] room =
        chunks[chunk] == null
            ? new long[CHUNK]
            : Arrays.copyOf(chunks[chunk], Math.min(CHUNK, Math.max(8, at * 2)));
    VarHandle.releaseFence();
    chunks[chunk] = room;
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
}
