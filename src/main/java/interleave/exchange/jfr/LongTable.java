package interleave.exchange.jfr;

import java.util.Arrays;

/** Numbers by numbers, without an object for each. */
final class LongTable {
  /** What {@link #get} says of what is not there; no value is that. */
  static final long NONE = Long.MIN_VALUE;

  private static final int FIRST = 16;

  private long[] keys = new long[FIRST];
  private long[] values = filled(FIRST);
  private int size;

  private static long[] filled(int length) {
    long[] values = new long[length];
    Arrays.fill(values, NONE);
    return values;
  }

  private static int slot(long key, int length) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32) & (length - 1);
  }

  int size() {
    return size;
  }

  long get(long key) {
    int at = slot(key, keys.length);
    while (values[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return values[at];
  }

  void put(long key, long value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = slot(key, keys.length);
    while (values[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    if (values[at] == NONE) {
      size++;
    }
    keys[at] = key;
    values[at] = value;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = filled(keys.length);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }
}
