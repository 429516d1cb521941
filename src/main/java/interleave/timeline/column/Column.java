package interleave.timeline.column;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
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

  /** How many values there is room for at first: of a million lanes most have few spans. */
  private static final int FIRST = 4;

  /** How many chunks stay arrays. */
  private static final int ARRAYS = 2;

  /** Of a hundred thousand lanes most have most columns empty: these share one. */
  private static final Object[] NONE = new Object[1];

  /** Each an array, or packed, or null where it is kept and nobody has looked at it. */
  Object[] chunks = NONE;

  /** Where chunks are that are not among {@link #chunks} yet; null where all are. */
  private @Nullable KeptChunks kept;

  private int size;

  /** So many there may be before it has to grow. */
  private int room;

  public final int size() {
    return size;
  }

  /** The chunk that has room for one more, which is counted from here on. */
  @SuppressWarnings("unchecked") // the last chunk is always an array
  final A next() {
    int at = size;
    if (at >= room) {
      grow(at >> SHIFT, at & MASK);
    }
    size = at + 1;
    return (A) chunks[at >> SHIFT];
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
    A larger = before == null && chunk > 0 ? room() : copy(before, before == null ? FIRST : at * 2);
    VarHandle.releaseFence();
    chunks[chunk] = larger;
    room = (chunk << SHIFT) + length(larger);
    if (before == null && chunk >= ARRAYS) {
      pack(chunk - ARRAYS);
    }
  }

  /** Room for a whole chunk, in which anything may stand. */
  private A room() {
    A spared = spared(Packing.ofThread());
    return spared == null ? copy(null, CHUNK) : spared;
  }

  @SuppressWarnings("unchecked")
  private void pack(int chunk) {
    Packing packing = Packing.ofThread();
    A array = (A) chunks[chunk];
    publish(chunk, PackedChunk.of(values(array, packing.values), packing));
    if (packing.isUnseen()) {
      spare(array, packing);
    }
  }

  private void publish(int chunk, PackedChunk packed) {
    VarHandle.releaseFence();
    chunks[chunk] = packed;
  }

  /** What stands at {@code index}, which is packed; null where nobody has looked at it yet. */
  final long packed(@Nullable Object chunk, int index) {
    return packedChunk(chunk, index).get(index & MASK);
  }

  final PackedChunk packedChunk(@Nullable Object chunk, int index) {
    return chunk == null ? found(index >> SHIFT) : (PackedChunk) chunk;
  }

  /** Two threads may find the same at the same time; it does not matter whose stays. */
  private PackedChunk found(int chunk) {
    PackedChunk found = Objects.requireNonNull(kept).chunk(chunk);
    publish(chunk, found);
    return found;
  }

  /** The least value of a chunk that is packed. */
  final long least(@Nullable Object packed, int chunk) {
    return packed == null
        ? Objects.requireNonNull(kept).least(chunk)
        : ((PackedChunk) packed).least();
  }

  /** Replaces what stands at {@code index}, which is packed. */
  final void repack(@Nullable Object chunk, int index, long value) {
    PackedChunk packed = packedChunk(chunk, index);
    if (!packed.set(index & MASK, value)) {
      publish(index >> SHIFT, packed.with(index & MASK, value));
    }
  }

  /**
   * Writes what is packed of a column that nobody writes to any more; the rest is in the answer.
   */
  @SuppressWarnings("unchecked")
  public final KeptColumn keep(KeptWriter out) throws IOException {
    int packed = 0;
    while (packed < chunks.length && packed << SHIFT < size && isPacked(packed)) {
      packed++;
    }
    long[] last = new long[size - (packed << SHIFT)];
    long[] room = new long[CHUNK];
    for (int i = 0; i < last.length; i += CHUNK) {
      long[] values = values((A) chunks[packed + (i >> SHIFT)], room);
      System.arraycopy(values, 0, last, i, Math.min(CHUNK, last.length - i));
    }
    return new KeptColumn(size, KeptChunks.keep(packed, this::chunk, out), last);
  }

  private boolean isPacked(int chunk) {
    return chunks[chunk] == null || chunks[chunk] instanceof PackedChunk;
  }

  private PackedChunk chunk(int chunk) {
    return packedChunk(chunks[chunk], chunk << SHIFT);
  }

  /** Becomes, while it is empty, what another one was. */
  public final void become(KeptColumn same, KeptSpace space) {
    int packed = same.size() - same.last().length >> SHIFT;
    int all = same.size() + MASK >> SHIFT;
    if (all > 0) {
      chunks = new Object[all];
    }
    for (int i = packed; i < all; i++) {
      int from = (i - packed) << SHIFT;
      int to = Math.min(same.last().length, from + CHUNK);
      chunks[i] = chunk(Arrays.copyOfRange(same.last(), from, to));
    }
    kept = packed > 0 ? new KeptChunks(space, same.directory()) : null;
    size = same.size();
  }

  abstract int length(A chunk);

  /** A chunk of that length which begins as the other does. */
  abstract A copy(@Nullable A chunk, int length);

  /** The values of a chunk: itself, or put into the room that is there for as many. */
  abstract long[] values(A chunk, long[] room);

  /** Leaves a chunk that is not needed any more to others of its sort. */
  abstract void spare(A chunk, Packing to);

  /** What another one left, if any did. */
  abstract @Nullable A spared(Packing of);

  /** The other way. */
  abstract A chunk(long[] values);
}
