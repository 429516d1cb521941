package interleave.exchange.chrome;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Ids by names as they stand in files, so that no text is made of a name that is known. */
final class ByteNames {
  private static final int FIRST = 64;
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** So many names are known here; who asks for more makes texts of them. */
  private static final int MOST = 1 << 18;

  static final int LONGEST = 256;

  private byte[][] names = new byte[FIRST][];
  private int[] hashes = new int[FIRST];
  private int[] ids = new int[FIRST];
  private int size;

  /** The id of the name there; 0 where it has none. */
  int get(byte[] bytes, int from, int length) {
    int hash = hash(bytes, from, length);
    int mask = ids.length - 1;
    for (int at = hash & mask; ids[at] != 0; at = at + 1 & mask) {
      byte[] name = names[at];
      if (hashes[at] == hash
          && name.length == length
          && Arrays.equals(name, 0, length, bytes, from, from + length)) {
        return ids[at];
      }
    }
    return 0;
  }

  void put(byte[] bytes, int from, int length, int id) {
    if (size >= MOST || length > LONGEST) {
      return;
    }
    if (size * 2 >= ids.length) {
      grow();
    }
    insert(Arrays.copyOfRange(bytes, from, from + length), hash(bytes, from, length), id);
    size++;
  }

  private void insert(byte[] name, int hash, int id) {
    int mask = ids.length - 1;
    int at = hash & mask;
    while (ids[at] != 0) {
      at = at + 1 & mask;
    }
    names[at] = name;
    hashes[at] = hash;
    ids[at] = id;
  }

  private void grow() {
    byte[][] oldNames = names;
    int[] oldHashes = hashes;
    int[] oldIds = ids;
    names = new byte[oldIds.length * 2][];
    hashes = new int[oldIds.length * 2];
    ids = new int[oldIds.length * 2];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] != 0) {
        insert(oldNames[i], oldHashes[i], oldIds[i]);
      }
    }
  }

  static int hash(byte[] bytes, int from, int length) {
    long hash = length;
    int at = from;
    for (int end = from + length - Long.BYTES; at <= end; at += Long.BYTES) {
      hash = (hash ^ (long) WORDS.get(bytes, at)) * SPREAD;
      hash ^= hash >>> Integer.SIZE;
    }
    for (; at < from + length; at++) {
      hash = hash * 31 + bytes[at];
    }
    hash *= SPREAD;
    return (int) (hash ^ hash >>> Integer.SIZE);
  }
}
