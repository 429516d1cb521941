package interleave.exchange.intake;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Slots as a segment has them, before they are written there. */
final class Slots {
  private static final int FIRST = 1 << 16;
  private static final int MOST_SLOTS = 2 + LONGEST_TEXT / TEXT_PER_SLOT;

  private ByteBuffer bytes = buffer(FIRST);

  private static ByteBuffer buffer(int capacity) {
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  int length() {
    return bytes.position();
  }

  void put(int kind, int flags, int thread, long object, long value, long time) {
    ByteBuffer to = bytes;
    int at = to.position();
    if (to.capacity() - at < SLOT_BYTES * MOST_SLOTS) {
      to = grown();
    }
    to.position(at + SLOT_BYTES);
    to.putLong(at, (kind & 0xFFFFL) | (flags & 0xFFFFL) << 16 | (long) thread << 32);
    to.putLong(at + OBJECT_AT, object);
    to.putLong(at + VALUE_AT, value);
    to.putLong(at + TIME_AT, time);
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
    ByteBuffer to = bytes;
    for (int done = 0; done < length; done += TEXT_PER_SLOT) {
      int count = Math.min(TEXT_PER_SLOT, length - done);
      int last = done + count == length ? CONTINUATION_LAST : 0;
      int at = to.position();
      to.position(at + SLOT_BYTES);
      to.putLong(at + VALUE_AT, 0);
      to.putLong(at, EventKind.CONTINUATION.code() | (long) (count | last) << 16);
      to.putLong(at + OBJECT_AT, 0);
      to.put(at + THREAD_AT, text, from + done, count);
      to.putLong(at + TIME_AT, time);
    }
  }

  /** Slots as they were copied. */
  void put(byte[] slots, int from, int length) {
    while (bytes.remaining() < length) {
      grown();
    }
    bytes.put(slots, from, length);
  }

  /** What is there, and no more is. */
  byte[] taken() {
    byte[] copy = new byte[bytes.position()];
    bytes.flip().get(copy);
    bytes.clear();
    return copy;
  }

  private ByteBuffer grown() {
    ByteBuffer larger = buffer(bytes.capacity() * 2);
    larger.put(bytes.flip());
    bytes = larger;
    return larger;
  }

  /** All of them, to be written; {@link #clear} follows. */
  ByteBuffer written() {
    return bytes.flip();
  }

  void clear() {
    bytes.clear();
  }
}
