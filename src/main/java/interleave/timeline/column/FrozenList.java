package interleave.timeline.column;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list that grows and changes here and there, and of which immutable copies are taken often. A
 * copy shares all chunks; a chunk is copied when something in it changes afterwards. So a copy
 * costs 1/256 of the list, and what has changed.
 */
public final class FrozenList<T> {
  private static final int SHIFT = 8;
  private static final int CHUNK = 1 << SHIFT;

  private Object[][] chunks = {};
  private boolean[] frozen = {};
  private int size;

  public int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  public T get(int index) {
    return (T) chunks[index >> SHIFT][index & (CHUNK - 1)];
  }

  /** Puts {@code value} at {@code index}, which may be the size to add it. */
  public void set(int index, T value) {
    Objects.checkIndex(index, size + 1);
    int chunk = index >> SHIFT;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, Math.max(4, chunk * 2));
      frozen = Arrays.copyOf(frozen, chunks.length);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new Object[CHUNK];
    } else if (frozen[chunk]) {
      chunks[chunk] = chunks[chunk].clone();
      frozen[chunk] = false;
    }
    chunks[chunk][index & (CHUNK - 1)] = value;
    size = Math.max(size, index + 1);
  }

  /** What the list holds now, for ever. */
  public List<T> freeze() {
    int used = (size + CHUNK - 1) >> SHIFT;
    Arrays.fill(frozen, 0, used, true);
    return new Frozen<>(Arrays.copyOf(chunks, used), size);
  }

  private static final class Frozen<T> extends AbstractList<T> implements RandomAccess {
    private final Object[][] chunks;
    private final int size;

    Frozen(Object[][] chunks, int size) {
      this.chunks = chunks;
      this.size = size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
      Objects.checkIndex(index, size);
      return (T) chunks[index >> SHIFT][index & (CHUNK - 1)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
