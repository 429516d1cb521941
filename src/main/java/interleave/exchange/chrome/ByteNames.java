package interleave.exchange.chrome;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Ids by names as they stand in files, so that no text is made of a name that is known. Names lie
 * in one array: a file may have a million, and an object for each keeps collectors busy.
 */
final class ByteNames {
  private static final int FIRST = 32;
  private static final int FIRST_BYTES = 1 << 9;
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** All names together are not longer. */
  private static final int MOST_BYTES = 1 << 26;

  private final int most;
  private int size;

  /**
   * Of each name in the order in which they came: its hash, its id, where it ends. Hashes are so
   * long that of two names hardly ever both are the same: each first time that happens, what was
   * compiled of all that looks for names is thrown away.
   */
  private long[] hashes = new long[FIRST];

  private int[] ids = new int[FIRST];
  private int[] ends = new int[FIRST];

  /** Behind the last one there is room to look at eight bytes. */
  private byte[] names = new byte[FIRST_BYTES];

  /** Behind which of them to look by a hash; 0 for none, 1 for the first. */
  private int[] table = new int[2 * FIRST];

  /**
   * @param most so many names are known here; who asks for more has to do without
   */
  ByteNames(int most) {
    this.most = most;
  }

  int size() {
    return size;
  }

  /** The id of the name there; 0 where it has none. */
  int get(byte[] bytes, int from, int length) {
    long hash = hash(bytes, from, length);
    int mask = table.length - 1;
    for (int at = (int) hash & mask; table[at] != 0; at = at + 1 & mask) {
      int which = table[at] - 1;
      if (hashes[which] == hash && is(which, bytes, from, length)) {
        return ids[which];
      }
    }
    return 0;
  }

  private boolean is(int which, byte[] bytes, int from, int length) {
    int begin = which == 0 ? 0 : ends[which - 1];
    int at = 0;
    if (ends[which] - begin != length) {
      return false;
    }
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      if ((long) WORDS.get(names, begin + at) != (long) WORDS.get(bytes, from + at)) {
        return false;
      }
    }
    return rest(names, begin + at, length - at) == rest(bytes, from + at, length - at);
  }

  /**
   * Gives a name an id that had none.
   *
   * @param id not 0
   * @return whether there was room
   */
  boolean put(byte[] bytes, int from, int length, int id) {
    int begin = size == 0 ? 0 : ends[size - 1];
    if (size >= most || begin + length > MOST_BYTES) {
      return false;
    }
    if (size == ids.length) {
      grow();
    }
    if (begin + length + Long.BYTES > names.length) {
      names = Arrays.copyOf(names, Math.max(begin + length + Long.BYTES, names.length * 2));
    }
    System.arraycopy(bytes, from, names, begin, length);
    hashes[size] = hash(bytes, from, length);
    ids[size] = id;
    ends[size] = begin + length;
    insert(size++);
    return true;
  }

  private void insert(int which) {
    int mask = table.length - 1;
    int at = (int) hashes[which] & mask;
    while (table[at] != 0) {
      at = at + 1 & mask;
    }
    table[at] = which + 1;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, size * 2);
    ids = Arrays.copyOf(ids, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    table = new int[table.length * 2];
    for (int which = 0; which < size; which++) {
      insert(which);
    }
  }

  private static long hash(byte[] bytes, int from, int length) {
    long hash = length;
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      hash = (hash ^ (long) WORDS.get(bytes, from + at)) * SPREAD;
      hash ^= hash >>> Integer.SIZE;
    }
    hash = (hash ^ rest(bytes, from + at, length - at)) * SPREAD;
    return hash ^ hash >>> Integer.SIZE;
  }

  /** Fewer than eight bytes as a number. */
  private static long rest(byte[] bytes, int from, int count) {
    if (from <= bytes.length - Long.BYTES) {
      return (long) WORDS.get(bytes, from) & (1L << count * Byte.SIZE) - 1;
    }
    long rest = 0;
    for (int i = count - 1; i >= 0; i--) {
      rest = rest << Byte.SIZE | bytes[from + i] & 0xFF;
    }
    return rest;
  }
}
