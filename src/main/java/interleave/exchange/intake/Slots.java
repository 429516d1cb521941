package interleave.exchange.intake;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/** Slots as a segment has them, before they are written there. */
final class Slots {
  private static final int FIRST = 1 << 16;
  private static final int MOST_SLOTS = 2 + LONGEST_TEXT / TEXT_PER_SLOT;

  /** From bytes to numbers of eight. */
  private static final int NUMBER_SHIFT = 3;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteBuffer bytes = buffer(FIRST);

  /** The same in numbers of eight bytes: a store takes half of what it takes there. */
  private LongBuffer numbers = bytes.asLongBuffer();

  private int length;

  /** The end of a text that has nothing behind it. */
  private final byte[] end = new byte[TEXT_PER_SLOT];

  private static ByteBuffer buffer(int capacity) {
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
  }

  int length() {
    return length;
  }

  void put(int kind, int flags, int thread, long object, long value, long time) {
    if (bytes.capacity() - length < SLOT_BYTES * MOST_SLOTS) {
      grow();
    }
    slot((kind & 0xFFFFL) | (flags & 0xFFFFL) << 16 | (long) thread << 32, object, value, time);
  }

  private void slot(long head, long object, long value, long time) {
    LongBuffer to = numbers;
    int at = length >>> NUMBER_SHIFT;
    to.put(at, head);
    to.put(at + (OBJECT_AT >>> NUMBER_SHIFT), object);
    to.put(at + (VALUE_AT >>> NUMBER_SHIFT), value);
    to.put(at + (TIME_AT >>> NUMBER_SHIFT), time);
    length += SLOT_BYTES;
  }

  /**
   * As {@link #put(int, int, int, long, long, long)}, with a text, which is not longer than texts
   * may be.
   *
   * @param object that, and above it the site
   */
  void put(
      int kind,
      int flags,
      int thread,
      long object,
      long value,
      long time,
      byte[] text,
      int from,
      int length) {
    if (length == 0) {
      put(kind, flags, thread, object, value, time);
      return;
    }
    put(kind, flags | Flags.HAS_TEXT, thread, object, value, time);
    int done = 0;
    for (; length - done > TEXT_PER_SLOT; done += TEXT_PER_SLOT) {
      continuation(text, from + done, TEXT_PER_SLOT, 0, time);
    }
    continuation(text, from + done, length - done, CONTINUATION_LAST, time);
  }

  private void continuation(byte[] text, int from, int count, int last, long time) {
    byte[] source = text;
    int at = from;
    if (at > text.length - TEXT_PER_SLOT) {
      System.arraycopy(text, from, end, 0, count);
      source = end;
      at = 0;
    }
    long first = (int) INTS.get(source, at) & masked(count);
    long second = (long) LONGS.get(source, at + Integer.BYTES) & masked(count - Integer.BYTES);
    int third = count - Integer.BYTES - Long.BYTES;
    slot(
        EventKind.CONTINUATION.code() | (long) (count | last) << 16 | first << 32,
        second,
        (long) LONGS.get(source, at + Integer.BYTES + Long.BYTES) & masked(third),
        time);
  }

  /** The lowest bytes of a number, so many. */
  private static long masked(int bytes) {
    return bytes >= Long.BYTES ? -1 : bytes <= 0 ? 0 : (1L << bytes * Byte.SIZE) - 1;
  }

  /** Slots as they were copied. */
  void put(byte[] slots, int from, int count) {
    while (bytes.capacity() - length < count) {
      grow();
    }
    bytes.put(length, slots, from, count);
    length += count;
  }

  /** What is there, and no more is. */
  byte[] taken() {
    byte[] copy = new byte[length];
    bytes.get(0, copy);
    clear();
    return copy;
  }

  private void grow() {
    ByteBuffer larger = buffer(bytes.capacity() * 2);
    larger.put(0, bytes, 0, length);
    bytes = larger;
    numbers = larger.asLongBuffer();
  }

  /** All of them, to be written; {@link #clear} follows. */
  ByteBuffer written() {
    return bytes.limit(length);
  }

  void clear() {
    bytes.clear();
    length = 0;
  }
}
