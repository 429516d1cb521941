package interleave.timeline.column;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of primitives in chunks, so that growing never copies what is there. One thread
 * appends; others may read what was there when they were handed the column's size through a safe
 * publication.
 *
 * @param <A> the array type of a chunk
 */
abstract sealed class Column<A> permits ByteColumn, IntColumn, LongColumn {
  static final int SHIFT = 13;
  static final int CHUNK = 1 << SHIFT;
  static final int MASK = CHUNK - 1;

  /** Of a hundred thousand lanes most have most columns empty: these share one. */
  private final A[] none;

  A[] chunks;
  private int size;

  Column(A[] none) {
    this.none = none;
    chunks = none;
  }

  public final int size() {
    return size;
  }

  /** The chunk that has room for one more, which is counted from here on. */
  final A next() {
    int chunk = size >> SHIFT;
    int at = size & MASK;
    if (chunk == chunks.length || chunks[chunk] == null || at == length(chunks[chunk])) {
      grow(chunk, at);
    }
    size++;
    return chunks[chunk];
  }

  /** Copies are complete before a reader on another thread can find them. */
  private void grow(int chunk, int at) {
    if (chunk == chunks.length || chunks == none) {
      A[] more = Arrays.copyOf(chunks, chunk == 0 ? 1 : chunks.length * 2);
      VarHandle.releaseFence();
      chunks = more;
    }
    A before = chunks[chunk];
    A room = copy(before, before == null ? CHUNK : Math.min(CHUNK, Math.max(8, at * 2)));
    VarHandle.releaseFence();
    chunks[chunk] = room;
  }

  abstract int length(A chunk);

  /** A chunk of that length which begins as the other does. */
  abstract A copy(@Nullable A chunk, int length);
}
