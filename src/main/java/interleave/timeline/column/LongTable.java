package interleave.timeline.column;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * Numbers outside the heap, each of which can be changed as fast as it is read; not packed, as
 * those of a {@link LongColumn} are. One thread uses it.
 */
public final class LongTable {
  private static final int SHIFT = 16;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;

  /** A table of a few numbers takes as much room as these need. */
  private static final int SMALL = 64;

  private final List<MemorySegment> chunks = new ArrayList<>();
  private int size;
  private int room;

  /** An empty table. */
  public LongTable() {}

  /** So many zeros. */
  public LongTable(int size) {
    while (this.size < size) {
      add(0);
    }
  }

  public int size() {
    return size;
  }

  public void add(long value) {
    if (size == room) {
      grow();
    }
    size++;
    set(size - 1, value);
  }

  private void grow() {
    if (room == SMALL) {
      MemorySegment small = chunks.removeLast();
      MemorySegment whole = chunk(CHUNK);
      MemorySegment.copy(small, 0, whole, 0, small.byteSize());
      room = CHUNK;
    } else {
      int more = room == 0 ? SMALL : CHUNK;
      chunk(more);
      room += more;
    }
  }

  private MemorySegment chunk(int values) {
    MemorySegment chunk = ColumnSpace.room(values * Long.BYTES);
    chunks.add(chunk);
    return chunk;
  }

  public long get(int index) {
    return chunks.get(index >> SHIFT).getAtIndex(JAVA_LONG, index & MASK);
  }

  public void set(int index, long value) {
    chunks.get(index >> SHIFT).setAtIndex(JAVA_LONG, index & MASK, value);
  }

  /**
   * The numbers from 0 to before {@code size} in that order; those that are alike stay as they are.
   * A piece at a time is on the heap.
   *
   * @param meanwhile is called again and again, and may throw what is to end it
   */
  public static LongTable ordered(int size, IntBinaryOperator compared, Runnable meanwhile) {
    LongTable from = new LongTable();
    for (int begin = 0; begin < size; begin += CHUNK) {
      Integer[] piece = new Integer[Math.min(CHUNK, size - begin)];
      for (int i = 0; i < piece.length; i++) {
        piece[i] = begin + i;
      }
      Arrays.sort(piece, compared::applyAsInt);
      for (int each : piece) {
        from.add(each);
      }
      meanwhile.run();
    }
    LongTable to = size > CHUNK ? new LongTable(size) : from;
    for (long run = CHUNK; run < size; run *= 2) {
      for (long begin = 0; begin < size; begin += 2 * run) {
        int middle = (int) Math.min(size, begin + run);
        int end = (int) Math.min(size, begin + 2 * run);
        from.merge((int) begin, middle, end, to, compared, meanwhile);
      }
      LongTable merged = to;
      to = from;
      from = merged;
    }
    return from;
  }

  private void merge(
      int begin,
      int middle,
      int end,
      LongTable to,
      IntBinaryOperator compared,
      Runnable meanwhile) {
    int left = begin;
    int right = middle;
    for (int at = begin; at < end; at++) {
      boolean takesLeft =
          right == end
              || (left < middle && compared.applyAsInt((int) get(left), (int) get(right)) <= 0);
      to.set(at, get(takesLeft ? left++ : right++));
      if ((at & MASK) == 0) {
        meanwhile.run();
      }
    }
  }
}
