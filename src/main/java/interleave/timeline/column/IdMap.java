package interleave.timeline.column;

import java.util.Arrays;

/**
 * Maps ids that a process chose to indices of ours. Ids are mostly small and dense, but nothing is
 * taken for granted.
 */
public final class IdMap {
  public static final int NONE = -1;

  private int[] keys = new int[16];
  private int[] values = new int[16];
  private int size;

  public IdMap() {
    Arrays.fill(values, NONE);
  }

  public int get(int id) {
    for (int at = slot(id, keys.length); values[at] != NONE; at = (at + 1) & (keys.length - 1)) {
      if (keys[at] == id) {
        return values[at];
      }
    }
    return NONE;
  }

  public void put(int id, int index) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = slot(id, keys.length);
    while (values[at] != NONE && keys[at] != id) {
      at = (at + 1) & (keys.length - 1);
    }
    if (values[at] == NONE) {
      size++;
    }
    keys[at] = id;
    values[at] = index;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    Arrays.fill(values, NONE);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  private static int slot(int id, int length) {
    return (id * 0x9E37_79B9 >>> 7) & (length - 1);
  }
}
