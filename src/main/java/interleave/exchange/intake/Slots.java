package interleave.exchange.intake;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Slots as a segment has them, before they are written there. They are gathered as numbers: stores
 * into an array are quick from the first one on, and those into a buffer only once all of it is
 * compiled.
 */
final class Slots {
  private static final int FIRST = 1 << 13;
  private static final int MOST_SLOTS = 2 + LONGEST_TEXT / TEXT_PER_SLOT;
  private static final int NUMBERS = SLOT_BYTES / Long.BYTES;
  private static final int OBJECT = OBJECT_AT / Long.BYTES;
  private static final int VALUE = VALUE_AT / Long.BYTES;
  private static final int TIME = TIME_AT / Long.BYTES;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private long[] numbers = new long[FIRST];
  private int count;

  /** The same as bytes, to be written. */
  private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

  /** The end of a text that has nothing behind it. */
  private final byte[] end = new byte[TEXT_PER_SLOT];

  /** In bytes. */
  int length() {
    return count * Long.BYTES;
  }

  void put(int kind, int flags, int thread, long object, long value, long time) {
    if (numbers.length - count < NUMBERS * MOST_SLOTS) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    slot((kind & 0xFFFFL) | (flags & 0xFFFFL) << 16 | (long) thread << 32, object, value, time);
  }

  private void slot(long head, long object, long value, long time) {
    long[] to = numbers;
    int at = count;
    to[at] = head;
    to[at + OBJECT] = object;
    to[at + VALUE] = value;
    to[at + TIME] = time;
    count = at + NUMBERS;
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
  void put(byte[] slots, int from, int length) {
    int more = length / Long.BYTES;
    while (numbers.length - count < more) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    for (int i = 0; i < more; i++) {
      numbers[count + i] = (long) LONGS.get(slots, from + i * Long.BYTES);
    }
    count += more;
  }

  /** What is there, and no more is. */
  byte[] taken() {
    byte[] copy = new byte[length()];
    for (int i = 0; i < count; i++) {
      LONGS.set(copy, i * Long.BYTES, numbers[i]);
    }
    clear();
    return copy;
  }

  /** All of them, to be written; {@link #clear} follows. */
  ByteBuffer written() {
    if (bytes.capacity() < length()) {
      int room = numbers.length * Long.BYTES;
      bytes = ByteBuffer.allocateDirect(room).order(ByteOrder.LITTLE_ENDIAN);
    }
    bytes.clear();
    bytes.asLongBuffer().put(numbers, 0, count);
    return bytes.limit(length());
  }

  void clear() {
    count = 0;
  }
}
