package interleave.timeline.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Where columns lie that were written once ({@link KeptWriter}) and are looked at again, mostly a
 * mapped file. A chunk is inflated when somebody looks at it for the first time.
 *
 * <p>What is damaged reads as zeros: whoever paints cannot do anything about it. {@code damage}
 * hears of it, once, on the thread that found it, and has all of it made anew.
 */
public final class KeptSpace {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ThreadLocal<Inflater> INFLATER =
      ThreadLocal.withInitial(() -> new Inflater(true));

  /**
   * How many records are remembered: those that many chunks are the same as are looked at often.
   */
  private static final int REMEMBERED = 1 << 10;

  private final MemorySegment area;
  private final Runnable damage;
  private final AtomicReferenceArray<@Nullable Room> rooms = new AtomicReferenceArray<>(REMEMBERED);
  private boolean damaged;

  public KeptSpace(MemorySegment area, Runnable damage) {
    this.area = area;
    this.damage = damage;
  }

  /** The number at {@code place}, which was written as it is. */
  long number(long place) {
    if (place < 0 || place > area.byteSize() - Long.BYTES) {
      damaged();
      return 0;
    }
    return area.get(LONG, place);
  }

  /** Where the bytes of a record lie as chunks have them. */
  private record Room(long place, int length, MemorySegment bytes) {}

  /**
   * The bytes of a record outside the heap, not to be changed: other chunks may have the same.
   *
   * @param form what is to lie there of the record's bytes
   */
  MemorySegment room(long place, int length, UnaryOperator<byte[]> form) {
    int slot = (int) (place * 0x9E37_79B9L >>> 13) & REMEMBERED - 1;
    Room known = rooms.get(slot);
    if (known != null && known.place == place && known.length == length) {
      return known.bytes;
    }
    MemorySegment shared = ColumnSpace.kept(form.apply(record(place, length))).asReadOnly();
    rooms.set(slot, new Room(place, length, shared));
    return shared;
  }

  /** The {@code length} bytes of a record. */
  byte[] record(long place, int length) {
    byte[] bytes = new byte[length];
    if (!read(place, bytes)) {
      damaged();
      Arrays.fill(bytes, (byte) 0);
    }
    return bytes;
  }

  private boolean read(long place, byte[] bytes) {
    long room = area.byteSize() - KeptWriter.HEAD - place;
    if (place < 0 || room < 0) {
      return false;
    }
    int size = area.get(INT, place);
    if (size < 0 || size > Math.min(room, bytes.length)) {
      return false;
    }
    byte[] written = new byte[size];
    MemorySegment.copy(area, JAVA_BYTE, place + KeptWriter.HEAD, written, 0, size);
    CRC32C check = new CRC32C();
    check.update(written);
    if ((int) check.getValue() != area.get(INT, place + Integer.BYTES)) {
      return false;
    }
    if (size == bytes.length) {
      System.arraycopy(written, 0, bytes, 0, size);
      return true;
    }
    return inflate(written, bytes);
  }

  private static boolean inflate(byte[] written, byte[] bytes) {
    Inflater inflater = INFLATER.get();
    inflater.reset();
    inflater.setInput(written);
    try {
      return inflater.inflate(bytes) == bytes.length;
    } catch (DataFormatException e) {
      return false;
    }
  }

  private void damaged() {
    synchronized (this) {
      if (damaged) {
        return;
      }
      damaged = true;
    }
    damage.run();
  }
}
