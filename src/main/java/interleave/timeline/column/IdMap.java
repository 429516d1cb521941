package interleave.timeline.column;

import java.util.Arrays;

/**
 * Maps ids that a process chose to indices of ours. Ids are mostly small and dense, so those that
 * are lie in a table of their own; but nothing is taken for granted.
 */
public final class IdMap {
  public static final int NONE = -1;

  /** So far ids are small, however few there are; and so many times as many as there are. */
  private static final int SMALL = 64;

  private static final int DENSE = 4;
  private static final int[] EMPTY = new int[0];

  /** By small id: one more than its index, 0 for none. */
  private int[] small = EMPTY;

  /** By hash: ids that were not small when they came, and one more than their indices. */
  private int[] keys = EMPTY;

  private int[] values = EMPTY;
  private int size;
  private int hashed;

  public int get(int id) {
    int known = id >= 0 && id < small.length ? small[id] : 0;
    return (known != 0 || hashed == 0 ? known : hashed(id)) - 1;
  }

  private int hashed(int id) {
    int mask = keys.length - 1;
    for (int at = slot(id, mask); values[at] != 0; at = at + 1 & mask) {
      if (keys[at] == id) {
        return values[at];
      }
    }
    return 0;
  }

  /** That id has that index from now on, which is not negative. */
  public void put(int id, int index) {
    boolean fresh = get(id) == NONE;
    boolean elsewhere = !fresh && hashed > 0 && hashed(id) != 0;
    size += fresh ? 1 : 0;
    if (!elsewhere && id >= 0 && (id < small.length || id < Math.max(SMALL, DENSE * size))) {
      if (id >= small.length) {
        small = Arrays.copyOf(small, Math.max(8, Integer.highestOneBit(id) * 2));
      }
      small[id] = index + 1;
    } else {
      hash(id, index + 1);
    }
  }

  private void hash(int id, int value) {
    if (hashed * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int at = slot(id, mask);
    while (values[at] != 0 && keys[at] != id) {
      at = at + 1 & mask;
    }
    hashed += values[at] == 0 ? 1 : 0;
    keys[at] = id;
    values[at] = value;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[Math.max(16, oldKeys.length * 2)];
    values = new int[keys.length];
    hashed = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        hash(oldKeys[i], oldValues[i]);
      }
    }
  }

  private static int slot(int id, int mask) {
    return id * 0x9E37_79B9 >>> 7 & mask;
  }
}
