package interleave.file.block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a segment as it stands in a saved file: it is found, checked and read without any
 * other.
 *
 * <pre>
 *    0 u32 magic: ILBK              16 u64 where in the segment it belongs
 *    4 u16 form      6 u16 zero     24 u32 CRC-32C of what follows this header
 *    8 u32 bytes unpacked           28 u32 CRC-32C of the 28 bytes before
 *   12 u32 bytes that follow
 * </pre>
 *
 * What follows is the segment's header as it is, or {@link SlotColumns}: of each the length and the
 * length packed, as numbers of seven bits a byte, then all of them; one is deflated where that
 * makes it shorter.
 */
public final class SegmentBlock {
  /** What a block holds. */
  public enum Form {
    /** The segment's header. */
    HEAD,
    /** Slots. */
    SLOTS,
    /** The header once more: the segment is whole, and has as many bytes as stand before this. */
    END
  }

  public static final int HEADER = 32;
  public static final int MAGIC = 0x4B42_4C49;
  public static final int MOST_BYTES = SlotColumns.MOST_SLOTS * SlotColumns.SLOT;

  /** More a block never takes: columns that nothing makes shorter, and their lengths. */
  static final int MOST_PACKED = MOST_BYTES * 2;

  /**
   * A block is never less than this part of what becomes of it, if need be with zeros at its end:
   * so a reader can refuse what would swell without measure.
   */
  private static final int MOST_SHRUNK = 128;

  private static final int CHECKED = 28;

  /** The header of one. */
  public record Head(Form form, int bytes, int packed, long where, int checksum) {}

  /** What stands in a block is not what a block holds. */
  public static final class Unsound extends IOException {
    private static final long serialVersionUID = 1;
  }

  private SegmentBlock() {}

  /** The header at the buffer's position; null where there is none that is sound. */
  public static @Nullable Head head(ByteBuffer from) {
    ByteBuffer header = from.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (header.remaining() < HEADER || header.getInt(0) != MAGIC) {
      return null;
    }
    int form = Short.toUnsignedInt(header.getShort(4));
    int bytes = header.getInt(8);
    int packed = header.getInt(12);
    boolean sound =
        header.getInt(CHECKED) == checksum(header.limit(CHECKED))
            && form < Form.values().length
            && bytes >= 0
            && bytes <= MOST_BYTES
            && packed >= 0
            && packed <= MOST_PACKED
            && header.getLong(16) >= 0;
    return sound
        ? new Head(Form.values()[form], bytes, packed, header.getLong(16), header.getInt(24))
        : null;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  public static int checksum(byte[] bytes) {
    return checksum(ByteBuffer.wrap(bytes));
  }

  /** A block that holds bytes as they are. */
  public static ByteBuffer plain(Form form, byte[] bytes, long where) {
    ByteBuffer block = ByteBuffer.allocate(HEADER + bytes.length);
    block.position(HEADER).put(bytes);
    return closed(block, form, form == Form.END ? 0 : bytes.length, where);
  }

  /** Fills in the header of a block up to its position, and hands it back to be read. */
  private static ByteBuffer closed(ByteBuffer block, Form form, int bytes, long where) {
    block.order(ByteOrder.LITTLE_ENDIAN).flip();
    int packed = block.limit() - HEADER;
    block.putInt(0, MAGIC).putShort(4, (short) form.ordinal()).putShort(6, (short) 0);
    block.putInt(8, bytes).putInt(12, packed).putLong(16, where);
    block.putInt(24, checksum(block.slice(HEADER, packed)));
    return block.putInt(CHECKED, checksum(block.slice(0, CHECKED)));
  }

  /** Packs and unpacks blocks of slots, one after the other. */
  public static final class Coder implements AutoCloseable {
    private final SlotColumns columns = new SlotColumns();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final Inflater inflater = new Inflater(true);
    private final byte[] packed = new byte[MOST_PACKED];

    public ByteBuffer pack(byte[] slots, int count, long where) {
      columns.split(slots, count);
      int bytes = count * SlotColumns.SLOT;
      ByteBuffer lengths = ByteBuffer.allocate(2 * 5 * SlotColumns.COLUMNS);
      int at = 0;
      for (int column = 0; column < SlotColumns.COLUMNS; column++) {
        int length = columns.length(column);
        int shorter = deflate(columns.column(column), length, at);
        put(lengths, length);
        put(lengths, shorter);
        at += shorter;
      }
      int least = Math.max(lengths.position() + at, bytes / MOST_SHRUNK);
      ByteBuffer block = ByteBuffer.allocate(HEADER + least);
      block.position(HEADER).put(lengths.flip()).put(packed, 0, at).position(block.limit());
      return closed(block, Form.SLOTS, bytes, where);
    }

    private static void put(ByteBuffer to, int number) {
      int rest = number;
      for (; rest > 0x7F; rest >>>= 7) {
        to.put((byte) (rest | 0x80));
      }
      to.put((byte) rest);
    }

    /** Returns the length: as it was where it stands there as it is. */
    private int deflate(byte[] bytes, int length, int at) {
      deflater.reset();
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      int shorter = 0;
      while (!deflater.finished() && shorter < length) {
        shorter += deflater.deflate(packed, at + shorter, length - shorter);
      }
      if (shorter < length) {
        return shorter;
      }
      System.arraycopy(bytes, 0, packed, at, length);
      return length;
    }

    /**
     * The slots of a block.
     *
     * @throws Unsound when they are none
     */
    public byte[] unpack(Head head, byte[] block) throws Unsound {
      int count = head.bytes() / SlotColumns.SLOT;
      ByteBuffer from = ByteBuffer.wrap(block);
      int[] shorter = new int[SlotColumns.COLUMNS];
      for (int column = 0; column < SlotColumns.COLUMNS; column++) {
        int length = take(from);
        shorter[column] = take(from);
        if (length > SlotColumns.longest(column, count) || shorter[column] > length) {
          throw new Unsound();
        }
        columns.length(column, length);
      }
      int at = from.position();
      for (int column = 0; column < SlotColumns.COLUMNS; column++) {
        if (shorter[column] > block.length - at) {
          throw new Unsound();
        }
        inflate(block, at, shorter[column], column);
        at += shorter[column];
      }
      byte[] slots = new byte[count * SlotColumns.SLOT];
      columns.join(slots, count);
      return slots;
    }

    private static int take(ByteBuffer from) throws Unsound {
      int number = 0;
      for (int shift = 0; shift < Integer.SIZE - 7 && from.hasRemaining(); shift += 7) {
        byte next = from.get();
        number |= (next & 0x7F) << shift;
        if (next >= 0) {
          return number;
        }
      }
      throw new Unsound();
    }

    private void inflate(byte[] block, int at, int shorter, int column) throws Unsound {
      int length = columns.length(column);
      if (shorter == length) {
        System.arraycopy(block, at, columns.column(column), 0, length);
        return;
      }
      inflater.reset();
      inflater.setInput(block, at, shorter);
      try {
        int done = 0;
        int more;
        do {
          more = inflater.inflate(columns.column(column), done, length - done);
          done += more;
        } while (more > 0 && done < length);
        if (done < length) {
          throw new Unsound();
        }
      } catch (DataFormatException _) {
        throw new Unsound();
      }
    }

    @Override
    public void close() {
      deflater.end();
      inflater.end();
    }
  }
}
