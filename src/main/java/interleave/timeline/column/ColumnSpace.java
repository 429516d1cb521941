package interleave.timeline.column;

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

  private static LongFunction<MemorySegment> source = ColumnSpace::memory;
  private static MemorySegment extent = MemorySegment.NULL;
  private static long used;
  private static long next = SMALLEST;

  /** All extents, as long as somebody refers to them. */
  private static final List<Extent> EXTENTS = new ArrayList<>();

  private record Extent(WeakReference<MemorySegment.Scope> scope, long bytes) {}

  private ColumnSpace() {}

  private static MemorySegment memory(long bytes) {
    return Arena.ofAuto().allocate(bytes, ALIGNMENT);
  }

  /**
   * From now on extents come from there: of as many bytes as asked for, zeroed or not, for any
   * thread, valid as long as anybody refers to them.
   */
  public static synchronized void from(LongFunction<MemorySegment> extents) {
    source = extents;
    extent = MemorySegment.NULL;
    used = 0;
    next = SMALLEST;
  }

  /** How many bytes columns have outside the heap, those that nobody has let go of yet too. */
  public static synchronized long bytes() {
    EXTENTS.removeIf(each -> each.scope.get() == null);
    return EXTENTS.stream().mapToLong(Extent::bytes).sum();
  }

  static synchronized MemorySegment room(long bytes) {
    if (used + bytes > extent.byteSize()) {
      extent = source.apply(Math.max(next, bytes));
      EXTENTS.add(new Extent(new WeakReference<>(extent.scope()), extent.byteSize()));
      used = 0;
      next = Math.min(LARGEST, next * 2);
    }
    MemorySegment room = extent.asSlice(used, bytes);
    used += bytes + ALIGNMENT - 1 & -ALIGNMENT;
    return room;
  }
}
