package interleave.timeline.derive.column;

import interleave.timeline.column.IntColumn;
import java.lang.invoke.VarHandle;

/**
 * Which index belongs to an id of 64 bits: of tasks, messages and calls, of which there are as many
 * as events, so that they must not lie on the heap. Ids are counted up, mostly: by one, or in their
 * high halves where one call makes many tasks. So 64 neighbours share a page of a column, and what
 * is on the heap is where the pages are:
 *
 * <pre>
 *   id      0…0 │ 0000 0000 0001 2345        one more each time: pages along the low half
 *   id  place 7 │ job 3                      the same job, the next place: along the high half
 * </pre>
 *
 * <p>One thread writes; {@link #get} may be asked by any.
 */
public final class IdIndex {
  public static final int NONE = -1;

  private static final int SHIFT = 6;
  private static final int PAGE = 1 << SHIFT;
  private static final int MASK = PAGE - 1;
  private static final int HALF = 32;
  private static final long LOW = 0xFFFF_FFFFL;

  /** In the key of a page: it goes along the high half. */
  private static final long ACROSS = 1L << 63;

  /** One more than the index of each id, 0 for none. */
  private final IntColumn slots = new IntColumn();

  /** By hash: the key of a page, and one more than its number. */
  private long[] pages = new long[32];

  private int count;

  /** The index of that id, {@link #NONE} where it has none. */
  public int get(long id) {
    int slot = slotOf(id);
    int index = slot < 0 ? 0 : slots.get(slot);
    VarHandle.acquireFence(); // whoever finds an index finds what stands there
    return index - 1;
  }

  /** That id has that index from now on. */
  public void put(long id, int index) {
    int known = slotOf(id);
    VarHandle.releaseFence();
    slots.set(known < 0 ? freeSlotOf(id) : known, index + 1);
  }

  /** The id has no index any more; returns that which it had. */
  public int remove(long id) {
    int slot = slotOf(id);
    if (slot < 0) {
      return NONE;
    }
    int index = slots.get(slot) - 1;
    slots.set(slot, 0);
    return index;
  }

  /** Where the id stands that has an index, -1 where it has none. */
  private int slotOf(long id) {
    int along = slot(page(along(id)), id);
    if (along >= 0 && slots.get(along) != 0) {
      return along;
    }
    int across = slot(page(across(id)), id >>> HALF);
    return across >= 0 && slots.get(across) != 0 ? across : -1;
  }

  /** Where there is to be room for it: beside its neighbour, if it has one. */
  private int freeSlotOf(long id) {
    int across = page(across(id));
    int along = page(along(id));
    boolean high = along < 0 && id >>> HALF != 0 && slotOf(id - (1L << HALF)) >= 0;
    if (across >= 0 || high) {
      return slot(across >= 0 ? across : add(across(id)), id >>> HALF);
    }
    return slot(along >= 0 ? along : add(along(id)), id);
  }

  private static long along(long id) {
    return id >>> SHIFT;
  }

  private static long across(long id) {
    return ACROSS | id >>> HALF + SHIFT << HALF | id & LOW;
  }

  private static int slot(int page, long id) {
    return page < 0 ? -1 : page << SHIFT | (int) id & MASK;
  }

  /** The page of that key, -1 where there is none. */
  private int page(long key) {
    long[] table = pages;
    int mask = table.length - 2;
    for (int at = place(key, mask); ; at = at + 2 & mask) {
      long page = table[at + 1];
      if (page == 0) {
        return -1;
      }
      VarHandle.acquireFence();
      if (table[at] == key) {
        return (int) page - 1;
      }
    }
  }

  private int add(long key) {
    int page = slots.size() >> SHIFT;
    for (int i = 0; i < PAGE; i++) {
      slots.add(0);
    }
    if (++count * 3 > pages.length) { // two thirds of half as many places
      long[] more = new long[pages.length * 2];
      for (int at = 0; at < pages.length; at += 2) {
        if (pages[at + 1] != 0) {
          place(more, pages[at], pages[at + 1]);
        }
      }
      VarHandle.releaseFence();
      pages = more;
    }
    place(pages, key, page + 1L);
    return page;
  }

  private static void place(long[] table, long key, long page) {
    int mask = table.length - 2;
    int at = place(key, mask);
    while (table[at + 1] != 0) {
      at = at + 2 & mask;
    }
    table[at] = key;
    VarHandle.releaseFence();
    table[at + 1] = page;
  }

  private static int place(long key, int mask) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32) & mask;
  }
}
