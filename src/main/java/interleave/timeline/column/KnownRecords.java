package interleave.timeline.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Which records were written where, by what is in them: two sums of 64 and 32 bits and a length.
 */
final class KnownRecords {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;
  private static final long FREE = -1;

  private long[] hashes = new long[1 << 10];
  private long[] sums = new long[1 << 10];
  private long[] places = free(1 << 10);
  private int size;

  private static long[] free(int length) {
    long[] places = new long[length];
    Arrays.fill(places, FREE);
    return places;
  }

  static long hash(byte[] bytes) {
    long hash = bytes.length * PRIME;
    int i = 0;
    for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      hash = mixed(hash ^ (long) LONGS.get(bytes, i));
    }
    for (; i < bytes.length; i++) {
      hash = mixed(hash ^ bytes[i]);
    }
    return hash;
  }

  private static long mixed(long hash) {
    long product = hash * PRIME;
    return product ^ product >>> 29;
  }

  /** Where the same bytes were written, -1 for nowhere. */
  long place(long hash, int sum, int length) {
    return places[slot(hash, second(sum, length))];
  }

  void add(long hash, int sum, int length, long place) {
    if (size * 2 >= places.length) {
      grow();
    }
    put(hash, second(sum, length), place);
    size++;
  }

  private static long second(int sum, int length) {
    return (long) length << Integer.SIZE | Integer.toUnsignedLong(sum);
  }

  private void put(long hash, long second, long place) {
    int slot = slot(hash, second);
    hashes[slot] = hash;
    sums[slot] = second;
    places[slot] = place;
  }

  private int slot(long hash, long second) {
    int mask = places.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (places[slot] != FREE && (hashes[slot] != hash || sums[slot] != second)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldSums = sums;
    long[] oldPlaces = places;
    hashes = new long[oldHashes.length * 2];
    sums = new long[hashes.length];
    places = free(hashes.length);
    for (int i = 0; i < oldPlaces.length; i++) {
      if (oldPlaces[i] != FREE) {
        put(oldHashes[i], oldSums[i], oldPlaces[i]);
      }
    }
  }
}
