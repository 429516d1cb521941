package interleave.timeline.column;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of primitives in chunks, so that growing never copies what is there. One thread
 * appends; others may read what was there when they were handed the column's size through a safe
 * publication.
 *
 * <p>The last two chunks are arrays, since that is where values are changed. What lies before them
 * is packed ({@link PackedChunk}) and can still be changed, at some cost.
 *
 * @param <A> the array type of a chunk
 */
abstract sealed class Column<A> permits ByteColumn, IntColumn, LongColumn {
  static final int SHIFT = 11;
  static final int CHUNK = 1 << SHIFT;
  static final int MASK = CHUNK - 1;

  /** How many chunks stay arrays. */
  private static final int ARRAYS = 2;

  /** Of a hundred thousand lanes most have most columns empty: these share one. */
  private static final Object[] NONE = new Object[1];

  /** Each an array, or packed. */
  Object[] chunks = NONE;

  private int size;

  public final int size() {
    return size;
  }

  /** The chunk that has room for one more, which is counted from here on. */
  @SuppressWarnings("unchecked") // the last chunk is always an array
  final A next() {
    int chunk = size >> SHIFT;
    int at = size & MASK;
    if (chunk == chunks.length || chunks[chunk] == null || at == length((A) chunks[chunk])) {
      grow(chunk, at);
    }
    size++;
    return (A) chunks[chunk];
  }

  /** Copies are complete before a reader on another thread can find them. */
  @SuppressWarnings("unchecked")
  private void grow(int chunk, int at) {
    if (chunk == chunks.length || chunks == NONE) {
      Object[] more = Arrays.copyOf(chunks, chunk == 0 ? 1 : chunks.length * 2);
      VarHandle.releaseFence();
      chunks = more;
    }
    A before = (A) chunks[chunk];
    A room = copy(before, before == null ? Math.min(CHUNK, chunk == 0 ? 8 : CHUNK) : at * 2);
    VarHandle.releaseFence();
    chunks[chunk] = room;
    if (before == null && chunk >= ARRAYS) {
      pack(chunk - ARRAYS);
    }
  }

  @SuppressWarnings("unchecked")
  private void pack(int chunk) {
    publish(chunk, PackedChunk.of(values((A) chunks[chunk])));
  }

  private void publish(int chunk, PackedChunk packed) {
    VarHandle.releaseFence();
    chunks[chunk] = packed;
  }

  /** What stands at {@code index}, which is packed. */
  final long packed(Object chunk, int index) {
    return ((PackedChunk) chunk).get(index & MASK);
  }

  /** Replaces what stands at {@code index}, which is packed. */
  final void repack(Object chunk, int index, long value) {
    PackedChunk packed = (PackedChunk) chunk;
    if (!packed.set(index & MASK, value)) {
      publish(index >> SHIFT, packed.with(index & MASK, value));
    }
  }

  abstract int length(A chunk);

  /** A chunk of that length which begins as the other does. */
  abstract A copy(@Nullable A chunk, int length);

  abstract long[] values(A chunk);
}
