package interleave.timeline.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Where columns keep what they do not write at any more: outside the heap, so that the heap grows
 * with threads, locks and queues, and not with events. It is handed out in extents, and one that no
 * column uses any more goes with the garbage.
 *
 * <p>An extent is memory of the process, until somebody who may use files says that it is to be a
 * part of one ({@link #from}); then the system keeps in memory what is looked at, and no more.
 */
public final class ColumnSpace {
  private static final long ALIGNMENT = 8;
  private static final long SMALLEST = 64 << 10;
  private static final long LARGEST = 32 << 20;

  private static Source source = new OfMemory(ColumnSpace::memory);
  private static Extent extent = new MemoryExtent(MemorySegment.NULL);
  private static long used;
  private static long next = SMALLEST;

  /** All extents, as long as somebody refers to them. */
  private static final List<Known> EXTENTS = new ArrayList<>();

  private record Known(WeakReference<MemorySegment.Scope> scope, long bytes) {}

  private ColumnSpace() {}

  /** Where columns lie, one behind the other. */
  public interface Extent {
    /** All of it, for any thread, valid as long as anybody refers to it. */
    MemorySegment memory();

    /**
     * Puts the first so many of these bytes where nothing was put before, behind what was.
     *
     * @throws IOException where there is no room: nobody looks there
     */
    void put(long at, byte[] bytes, int count) throws IOException;

    /** Nothing more is put there. */
    default void full() {}
  }

  /** Where extents come from. */
  public interface Source {
    /**
     * One of so many bytes.
     *
     * @throws IOException where there is no room for it
     */
    Extent extent(long bytes) throws IOException;

    /** There was no room, for that reason: what follows is memory of the process. */
    void shortage(IOException why);
  }

  private record OfMemory(LongFunction<MemorySegment> extents) implements Source {
    @Override
    public Extent extent(long bytes) {
      return new MemoryExtent(extents.apply(bytes));
    }

    @Override
    public void shortage(IOException why) {}
  }

  private record MemoryExtent(MemorySegment memory) implements Extent {
    @Override
    public void put(long at, byte[] bytes, int count) {
      MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, at, count);
    }
  }

  private static MemorySegment memory(long bytes) {
    return Arena.ofAuto().allocate(bytes, ALIGNMENT);
  }

  /** As the other, of memory, which is zeroed or not. */
  public static void from(LongFunction<MemorySegment> extents) {
    from(new OfMemory(extents));
  }

  /** From now on extents come from there. */
  public static synchronized void from(Source extents) {
    source = extents;
    extent.full();
    extent = new MemoryExtent(MemorySegment.NULL);
    used = 0;
    next = SMALLEST;
  }

  /**
   * Writes columns that nobody but this thread looks at before that is done. So what a column has
   * packed, and its array with it, nobody looks at any more, and the array is used again: of ten
   * million events all else that is let go of is little.
   */
  public static void unseen(Runnable writing) {
    Packing.ofThread().unseen(writing);
  }

  /** How many bytes columns have outside the heap, those that nobody has let go of yet too. */
  public static synchronized long bytes() {
    EXTENTS.removeIf(each -> each.scope.get() == null);
    return EXTENTS.stream().mapToLong(Known::bytes).sum();
  }

  /** Room for so many bytes, which are there to be changed. */
  static MemorySegment room(int bytes) {
    return kept(new byte[bytes]);
  }

  /** Where those bytes lie from now on. */
  static MemorySegment kept(byte[] bytes) {
    return kept(bytes, bytes.length);
  }

  /** As the other, of the first so many of them. */
  static synchronized MemorySegment kept(byte[] bytes, int count) {
    if (used + count > extent.memory().byteSize()) {
      begin(count);
    }
    try {
      extent.put(used, bytes, count);
    } catch (IOException e) {
      source.shortage(e);
      begin(new MemoryExtent(memory(Math.max(next, count))));
      MemorySegment.copy(bytes, 0, extent.memory(), JAVA_BYTE, 0, count);
    }
    MemorySegment room = extent.memory().asSlice(used, count);
    used += count + ALIGNMENT - 1 & -ALIGNMENT;
    return room;
  }

  private static void begin(int atLeast) {
    long bytes = Math.max(next, atLeast);
    try {
      begin(source.extent(bytes));
    } catch (IOException e) {
      source.shortage(e);
      begin(new MemoryExtent(memory(bytes)));
    }
    next = Math.min(LARGEST, next * 2);
  }

  private static void begin(Extent another) {
    extent.full();
    extent = another;
    used = 0;
    MemorySegment memory = another.memory();
    EXTENTS.add(new Known(new WeakReference<>(memory.scope()), memory.byteSize()));
  }
}
