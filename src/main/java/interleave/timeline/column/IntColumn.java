package interleave.timeline.column;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A growing column of {@code int}s in chunks, so that growing never copies what is there. One
 * thread appends; others may read what was there when they were handed the column's size through a
 * safe publication.
 */
public final class IntColumn {
  private static final int SHIFT = 13;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;

  /** What all columns begin with: of a hundred thousand lanes most have most columns empty. */
  private static final int[][] NONE = {new int[0]};

  private int[][] chunks = NONE;
  private int size;

  public int size() {
    return size;
  }

  public void add(int value) {
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
      int[][] more = Arrays.copyOf(chunks, chunk == 0 ? 1 : chunks.length * 2);
      VarHandle.releaseFence();
      chunks = more;
    }
    int[] room =
        chunks[chunk] == null
            ? new int[CHUNK]
            : Arrays.copyOf(chunks[chunk], Math.min(CHUNK, Math.max(8, at * 2)));
    VarHandle.releaseFence();
    chunks[chunk] = room;
  }

  public int get(int index) {
    return chunks[index >> SHIFT][index & MASK];
  }

  public void set(int index, int value) {
    chunks[index >> SHIFT][index & MASK] = value;
  }
}
