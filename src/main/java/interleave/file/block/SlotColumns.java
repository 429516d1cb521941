package interleave.file.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Slots as columns of what changes from one to the next: what is the same, or grows by the same,
 * becomes a column of zeros, which takes no room. Each block begins anew, so it is read alone.
 *
 * <p>An object, site or value is told as the distance from that of the last slot of the same kind,
 * a value from the last of the same kind and object. Times are distances from the slot before,
 * their lowest byte in a column of its own: it is noise, and would spoil what can be told of the
 * rest. Whatever stands in the slots comes back byte for byte.
 */
public final class SlotColumns {
  /** Slots of a block: 256 kB. */
  public static final int MOST_SLOTS = 1 << 13;

  public static final int SLOT = 32;

  /** Kinds, flags, threads, objects, sites, values, low bytes of times, the rest of them, texts. */
  static final int COLUMNS = 9;

  private static final int KIND = 0;
  private static final int FLAGS = 1;
  private static final int THREAD = 2;
  private static final int OBJECT = 3;
  private static final int SITE = 4;
  private static final int VALUE = 5;
  private static final int TIME_LOW = 6;
  private static final int TIME_HIGH = 7;
  private static final int TEXT = 8;

  /** The most bytes that a slot takes in each column. */
  private static final int[] WIDEST = {3, 3, 5, 5, 5, 10, 1, 8, 20};

  /** The kind of slots that hold a piece of text. */
  private static final int CONTINUATION = 1;

  private static final int TEXT_AT = 4;
  private static final int TEXT_BYTES = 20;
  private static final int KINDS = 256;
  private static final int VALUES = 1024;

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private final byte[][] columns = new byte[COLUMNS][];
  private final int[] lengths = new int[COLUMNS];
  private final int[] flags = new int[KINDS];
  private final int[] objects = new int[KINDS];
  private final int[] sites = new int[KINDS];
  private final long[] values = new long[VALUES];

  SlotColumns() {
    for (int column = 0; column < COLUMNS; column++) {
      columns[column] = new byte[WIDEST[column] * MOST_SLOTS];
    }
  }

  private static VarHandle view(Class<?> of) {
    return MethodHandles.byteArrayViewVarHandle(of, ByteOrder.LITTLE_ENDIAN);
  }

  private void begin() {
    Arrays.fill(lengths, 0);
    Arrays.fill(flags, 0);
    Arrays.fill(objects, 0);
    Arrays.fill(sites, 0);
    Arrays.fill(values, 0);
  }

  /** The bytes of a column, of which {@link #length} count. */
  byte[] column(int column) {
    return columns[column];
  }

  int length(int column) {
    return lengths[column];
  }

  /** The column has so many bytes, which are in {@link #column} now. */
  void length(int column, int bytes) {
    lengths[column] = bytes;
  }

  /** So many bytes a column can have at most. */
  static int longest(int column, int slots) {
    return WIDEST[column] * slots;
  }

  /** Takes slots apart. */
  void split(byte[] slots, int count) {
    begin();
    int thread = 0;
    long time = 0;
    for (int slot = 0, at = 0; slot < count; slot++, at += SLOT) {
      int kind = Short.toUnsignedInt((short) SHORTS.get(slots, at));
      int context = kind & (KINDS - 1);
      int flag = Short.toUnsignedInt((short) SHORTS.get(slots, at + 2));
      put(KIND, kind);
      put(FLAGS, zigzag(flag - flags[context]));
      flags[context] = flag;
      if (kind == CONTINUATION) {
        System.arraycopy(slots, at + TEXT_AT, columns[TEXT], lengths[TEXT], TEXT_BYTES);
        lengths[TEXT] += TEXT_BYTES;
      } else {
        int now = (int) INTS.get(slots, at + 4);
        put(THREAD, zigzag(now - thread));
        thread = now;
        int object = (int) INTS.get(slots, at + 8);
        put(OBJECT, zigzag(object - objects[context]));
        objects[context] = object;
        int site = (int) INTS.get(slots, at + 12);
        put(SITE, zigzag(site - sites[context]));
        sites[context] = site;
        int of = kindAndObject(kind, object);
        long value = (long) LONGS.get(slots, at + 16);
        put(VALUE, zigzag(value - values[of]));
        values[of] = value;
      }
      long then = (long) LONGS.get(slots, at + 24);
      long distance = zigzag(then - time);
      time = then;
      columns[TIME_LOW][lengths[TIME_LOW]++] = (byte) distance;
      put(TIME_HIGH, distance >>> 8);
    }
    for (int column = 0; column < COLUMNS; column++) {
      lengths[column] = isZero(column, count) ? 0 : lengths[column];
    }
  }

  /**
   * Puts together again what {@link #split} took apart.
   *
   * @throws SegmentBlock.Unsound when the columns are not those of so many slots
   */
  void join(byte[] slots, int count) throws SegmentBlock.Unsound {
    int[] had = lengths.clone();
    begin();
    try {
      joinAll(slots, count, had);
    } catch (IndexOutOfBoundsException _) {
      throw new SegmentBlock.Unsound();
    }
    for (int column = 0; column < COLUMNS; column++) {
      if (had[column] > 0 && lengths[column] != had[column]) {
        throw new SegmentBlock.Unsound();
      }
    }
  }

  private void joinAll(byte[] slots, int count, int[] had) throws SegmentBlock.Unsound {
    for (int column = 0; column < TEXT; column++) {
      if (had[column] == 0) {
        Arrays.fill(columns[column], 0, count, (byte) 0);
      }
    }
    int thread = 0;
    long time = 0;
    for (int slot = 0, at = 0; slot < count; slot++, at += SLOT) {
      int kind = (int) take(KIND);
      int context = kind & (KINDS - 1);
      flags[context] += (int) unzigzag(take(FLAGS));
      SHORTS.set(slots, at, (short) kind);
      SHORTS.set(slots, at + 2, (short) flags[context]);
      if (kind == CONTINUATION) {
        text(slots, at + TEXT_AT, had[TEXT]);
      } else {
        thread += (int) unzigzag(take(THREAD));
        objects[context] += (int) unzigzag(take(OBJECT));
        sites[context] += (int) unzigzag(take(SITE));
        int of = kindAndObject(kind, objects[context]);
        values[of] += unzigzag(take(VALUE));
        INTS.set(slots, at + 4, thread);
        INTS.set(slots, at + 8, objects[context]);
        INTS.set(slots, at + 12, sites[context]);
        LONGS.set(slots, at + 16, values[of]);
      }
      int low = Byte.toUnsignedInt(columns[TIME_LOW][lengths[TIME_LOW]++]);
      time += unzigzag(take(TIME_HIGH) << 8 | low);
      LONGS.set(slots, at + 24, time);
    }
  }

  private void text(byte[] slots, int at, int bytes) throws SegmentBlock.Unsound {
    if (lengths[TEXT] + TEXT_BYTES > bytes) {
      throw new SegmentBlock.Unsound();
    }
    System.arraycopy(columns[TEXT], lengths[TEXT], slots, at, TEXT_BYTES);
    lengths[TEXT] += TEXT_BYTES;
  }

  private static long unzigzag(long number) {
    return number >>> 1 ^ -(number & 1);
  }

  private long take(int column) {
    byte[] from = columns[column];
    int at = lengths[column];
    long number = from[at++];
    if (number < 0) {
      number &= 0x7F;
      int shift = 7;
      byte next;
      do {
        next = from[at++];
        number |= (next & 0x7FL) << shift;
        shift += 7;
      } while (next < 0);
    }
    lengths[column] = at;
    return number;
  }

  private boolean isZero(int column, int count) {
    byte[] bytes = columns[column];
    int length = lengths[column];
    if (column == TEXT || length > count) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int kindAndObject(int kind, int object) {
    return (kind * 31 + object) & (VALUES - 1);
  }

  private static long zigzag(long number) {
    return number << 1 ^ number >> 63;
  }

  private static long zigzag(int number) {
    return Integer.toUnsignedLong(number << 1 ^ number >> 31);
  }

  private void put(int column, long number) {
    byte[] to = columns[column];
    int at = lengths[column];
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      to[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[at++] = (byte) rest;
    lengths[column] = at;
  }
}
