package interleave.timeline.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a column in as few bytes as its values need, outside the heap. Each value is its
 * distance from the least one, of 0, 1, 2, 4 or 8 bytes; where that is shorter, from the least one
 * of its block of 32, since times of many short things lie close to those next to them:
 *
 * <pre>
 *    blocks     │ least of block 0 │ 1 │ … │ 63 │        4 bytes each, from the least of all
 *    distances  │ 0 │ 1 │ 2 │ …             │ 2047 │     1, 2, 4 or 8 bytes each
 * </pre>
 *
 * <p>{@link Long#MAX_VALUE}, which says that something goes on, is the greatest distance there is.
 */
final class PackedChunk {
  private static final int BLOCK_SHIFT = Packing.BLOCK_SHIFT;
  private static final int BLOCK = Packing.BLOCK;
  private static final int BLOCKS = Packing.BLOCKS;
  private static final long BLOCK_BYTES = 4L * BLOCKS;
  private static final long OPEN = Long.MAX_VALUE;

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** How many bytes tell of a chunk where it is to be found: see {@link Prepared}. */
  static final int TOLD_BYTES = 16;

  private static final int PLACE_SHIFT = 8;
  private static final int BLOCKS_BIT = 1 << 4;
  private static final int WIDTH_BITS = BLOCKS_BIT - 1;

  private final MemorySegment room;
  private final long base;
  private final int width;

  /** Bytes before the distances. */
  private final long from;

  private PackedChunk(MemorySegment room, long base, int width, boolean inBlocks) {
    this.room = room;
    this.base = base;
    this.width = width;
    this.from = inBlocks ? BLOCK_BYTES : 0;
  }

  static PackedChunk of(long[] values) {
    return of(values, Packing.ofThread());
  }

  /**
   * As the other.
   *
   * @param packing that of the thread; the values may lie in its room
   */
  static PackedChunk of(long[] values, Packing packing) {
    packing.over(values);
    long least = packing.least();
    int width = packing.width();
    if (width == 0) {
      return new PackedChunk(MemorySegment.NULL, least, 0, false);
    }
    int inBlocks = packing.widthInBlocks();
    boolean blocks = inBlocks < width;
    int bytes = blocks ? inBlocks : width;
    long before = blocks ? BLOCK_BYTES : 0;
    byte[] packed = packing.packed;
    for (int block = 0; block < BLOCKS; block++) {
      long first = packing.leasts[block];
      if (blocks) {
        int distance = first == OPEN ? 0 : (int) (first - least);
        INTS.set(packed, block * Integer.BYTES, distance);
      }
      long origin = bytes == 8 ? 0 : blocks && first != OPEN ? first : least;
      int at = block << BLOCK_SHIFT;
      pack(values, at, origin, bytes, packed, (int) before + at * bytes);
    }
    int length = (int) before + bytes * Column.CHUNK;
    return new PackedChunk(ColumnSpace.kept(packed, length), least, bytes, blocks);
  }

  /** The distances of a block. Blocks are short, so that this is compiled soon and once. */
  private static void pack(long[] values, int at, long origin, int width, byte[] to, int begin) {
    int place = begin;
    for (int i = at; i < at + BLOCK; i++) {
      long value = values[i];
      long distance = value == OPEN && width != 8 ? -1 : value - origin;
      switch (width) {
        case 1 -> to[place] = (byte) distance;
        case 2 -> SHORTS.set(to, place, (short) distance);
        case 4 -> INTS.set(to, place, (int) distance);
        default -> LONGS.set(to, place, distance);
      }
      place += width;
    }
  }

  private long origin(int at) {
    return from == 0 ? base : base + (room.getAtIndex(JAVA_INT, at >> BLOCK_SHIFT) & 0xFFFF_FFFFL);
  }

  long get(int at) {
    switch (width) {
      case 0 -> {
        return base;
      }
      case 1 -> {
        int distance = room.get(JAVA_BYTE, from + at) & 0xFF;
        return distance == 0xFF ? OPEN : origin(at) + distance;
      }
      case 2 -> {
        int distance = room.get(JAVA_SHORT, from + 2L * at) & 0xFFFF;
        return distance == 0xFFFF ? OPEN : origin(at) + distance;
      }
      case 4 -> {
        long distance = room.get(JAVA_INT, from + 4L * at) & 0xFFFF_FFFFL;
        return distance == 0xFFFF_FFFFL ? OPEN : origin(at) + distance;
      }
      default -> {
        return room.get(JAVA_LONG, from + 8L * at);
      }
    }
  }

  /** Copies values from there on; those of one block have one origin. */
  void copy(int at, int count, long[] into) {
    int done = 0;
    while (done < count) {
      int block = Math.min(count - done, BLOCK - (at + done & BLOCK - 1));
      copy(at + done, block, into, done);
      done += block;
    }
  }

  private void copy(int at, int count, long[] into, int to) {
    long origin = width == 0 || width == 8 ? 0 : origin(at);
    switch (width) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          int distance = room.get(JAVA_BYTE, from + at + i) & 0xFF;
          into[to + i] = distance == 0xFF ? OPEN : origin + distance;
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          int distance = room.get(JAVA_SHORT, from + 2L * (at + i)) & 0xFFFF;
          into[to + i] = distance == 0xFFFF ? OPEN : origin + distance;
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          into[to + i] = get(at + i);
        }
      }
    }
  }

  /** Replaces a value where its distance has room; where not, nothing is changed. */
  boolean set(int at, long value) {
    if (room.isReadOnly()) {
      return false; // other chunks are the same
    }
    if (width == 8 || value == OPEN && width != 0) {
      put(at, value);
      return true;
    }
    long distance = value - (width == 0 ? base : origin(at));
    boolean fits = distance >= 0 && Packing.width(distance) <= width && value >= base;
    if (fits && width != 0) {
      put(at, value);
    }
    return fits;
  }

  private void put(int at, long value) {
    put(at, value, width == 8 ? 0 : origin(at));
  }

  private void put(int at, long value, long origin) {
    long distance = value == OPEN ? -1 : value - origin;
    switch (width) {
      case 1 -> room.set(JAVA_BYTE, from + at, (byte) distance);
      case 2 -> room.set(JAVA_SHORT, from + 2L * at, (short) distance);
      case 4 -> room.set(JAVA_INT, from + 4L * at, (int) distance);
      default -> room.set(JAVA_LONG, from + 8L * at, value);
    }
  }

  /** What every value is at least; in a sorted column the first one. */
  long least() {
    return base;
  }

  /**
   * A chunk that is ready to be written.
   *
   * @param layout whether it has blocks, and the width of a distance
   * @param bytes null where its values are all the same
   */
  record Prepared(long least, int layout, KeptWriter.@Nullable Prepared bytes) {
    /** Writes it; what there is to know of it beside {@link #least}: its place and layout. */
    long write(KeptWriter out) throws IOException {
      return bytes == null ? 0 : out.write(bytes) << PLACE_SHIFT | layout;
    }
  }

  /** Makes it ready to be written, see {@link KeptWriter#prepare}. */
  Prepared prepare(KeptWriter out) {
    if (width == 0) {
      return new Prepared(base, 0, null);
    }
    byte[] bytes = room.asSlice(0, from + (long) width * Column.CHUNK).toArray(JAVA_BYTE);
    int layout = (from > 0 ? BLOCKS_BIT : 0) | width;
    return new Prepared(base, layout, out.prepare(bytes, this::planes));
  }

  private byte[] planes(byte[] bytes) {
    byte[] planes = new byte[bytes.length];
    if (from > 0) {
      BytePlanes.of(bytes, 0, Integer.BYTES, BLOCKS, planes);
    }
    BytePlanes.of(bytes, (int) from, width, Column.CHUNK, planes);
    return planes;
  }

  /** The chunk of which {@link Prepared#write} told that; what it tells may be damaged. */
  static PackedChunk kept(KeptSpace space, long least, long told) {
    int width = (int) told & WIDTH_BITS;
    if (width != 1 && width != 2 && width != 4 && width != 8) {
      return new PackedChunk(MemorySegment.NULL, least, 0, false);
    }
    boolean blocks = (told & BLOCKS_BIT) != 0;
    int before = blocks ? (int) BLOCK_BYTES : 0;
    MemorySegment room =
        space.room(
            told >>> PLACE_SHIFT,
            before + width * Column.CHUNK,
            planes -> numbers(planes, width, before));
    return new PackedChunk(room, least, width, blocks);
  }

  private static byte[] numbers(byte[] planes, int width, int before) {
    byte[] bytes = new byte[planes.length];
    if (before > 0) {
      BytePlanes.undo(planes, 0, Integer.BYTES, BLOCKS, bytes);
    }
    BytePlanes.undo(planes, before, width, Column.CHUNK, bytes);
    return bytes;
  }

  /** The same values with another one in one place. */
  PackedChunk with(int at, long value) {
    long[] values = new long[Column.CHUNK];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i);
    }
    values[at] = value;
    return of(values);
  }
}
