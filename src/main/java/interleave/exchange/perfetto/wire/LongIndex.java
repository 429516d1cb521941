package interleave.exchange.perfetto.wire;

import java.util.Arrays;

/** A small number for each of many large ones, without an object for any. */
public final class LongIndex {
  private static final int FIRST = 64;

  private long[] keys = new long[FIRST];

  /** One more than the value; 0 where there is none. */
  private int[] values = new int[FIRST];

  private int size;

  /** Gives {@code key} a value, and tells what it had before; -1 for nothing. */
  public int put(long key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = place(key);
    int before = values[at] - 1;
    size += before < 0 ? 1 : 0;
    keys[at] = key;
    values[at] = value + 1;
    return before;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (values[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }

  /** All values, in no order. */
  public int[] all() {
    return Arrays.stream(values).filter(each -> each != 0).map(each -> each - 1).toArray();
  }
}
