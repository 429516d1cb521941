package interleave.event;

import static interleave.event.SlotFormat.*;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * A piece of a segment, copied.
 *
 * <p>The file is read rather than mapped: if somebody truncates a mapped file, touching it kills
 * the reader. But a read gives no promise in which order its bytes are copied while the writer is
 * at work, so a slot may arrive with its time and without its other fields. Therefore it is known
 * that slots are published before they are copied: where one thread writes, because the event
 * behind them is; else every piece is read twice: the first read only tells how many slots are
 * published by now, the second one, which begins after that is known, copies those.
 */
final class SlotBlock {
  private static final int SLOTS = 4096;
  private static final int NUMBERS = SLOT_BYTES / Long.BYTES;
  private static final int OBJECT = OBJECT_AT / Long.BYTES;
  private static final int VALUE = VALUE_AT / Long.BYTES;
  private static final int TIME = TIME_AT / Long.BYTES;
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuffer bytes =
      ByteBuffer.allocateDirect(SLOTS * SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** The same as numbers, which are quicker to look at until all of it is compiled. */
  private final long[] numbers = new long[SLOTS * NUMBERS];

  private byte[] utf8 = {};
  private final AsciiText ascii = new AsciiText();
  private final ByteBuffer behind =
      ByteBuffer.allocateDirect(SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * Reads from {@code position} on and returns how many published slots are here now.
   *
   * @param shared whether several threads write there, and one may be stopped in the middle
   */
  int read(FileChannel from, long position, boolean shared) throws IOException {
    if (!shared && isEventAt(from, position + bytes.capacity())) {
      return fill(from, position, bytes.capacity()) / SLOT_BYTES;
    }
    int published = 0;
    int available = fill(from, position, bytes.capacity()) / SLOT_BYTES;
    while (published < available && time(published) != 0) {
      published++;
    }
    if (published == 0) {
      return 0;
    }
    int most = Math.min(SLOTS, published + MOST_CONTINUATIONS);
    int read = fill(from, position, most * SLOT_BYTES) / SLOT_BYTES;
    return withText(Math.min(published, read), read);
  }

  /**
   * So many slots, and the rest of the last one's text: that was there before its event, though the
   * first read may have copied it earlier.
   */
  private int withText(int published, int read) {
    int last = lastEvent(published);
    int continuations = hasText(last) ? continuations(last + 1, read) : 0;
    return isComplete(last + 1, continuations)
        ? Math.max(published, last + 1 + continuations)
        : published;
  }

  private int lastEvent(int slots) {
    int last = slots - 1;
    while (last > 0 && kind(last) == EventKind.CONTINUATION.code()) {
      last--;
    }
    return last;
  }

  private boolean hasText(int slot) {
    return kind(slot) != EventKind.CONTINUATION.code() && (flags(slot) & Flags.HAS_TEXT) != 0;
  }

  /** A text is there before its event is published, so it says nothing of what is before it. */
  private boolean isEventAt(FileChannel from, long position) throws IOException {
    behind.clear();
    while (behind.hasRemaining()) {
      if (from.read(behind, position + behind.position()) < 0) {
        return false;
      }
    }
    int kind = Short.toUnsignedInt(behind.getShort(0));
    return behind.getLong(TIME_AT) != 0 && kind != 0 && kind != EventKind.CONTINUATION.code();
  }

  /**
   * Where the first event stands behind slots without a time, from {@code position} on; negative
   * when nothing follows. A text whose event was not written is left out, too.
   */
  long afterHole(FileChannel from, long position) throws IOException {
    long at = position;
    int available;
    do {
      available = fill(from, at, bytes.capacity()) / SLOT_BYTES;
      for (int slot = 0; slot < available; slot++) {
        if (time(slot) != 0 && !isText(slot)) {
          return at + (long) slot * SLOT_BYTES;
        }
      }
      at += (long) available * SLOT_BYTES;
    } while (isFull(available));
    return -1;
  }

  /**
   * About how far slots are published: all are before those that are not, but for what threads that
   * share a segment leave open for a moment.
   */
  static long published(FileChannel from, long position) throws IOException {
    ByteBuffer time = ByteBuffer.allocate(Long.BYTES);
    long low = 0;
    long high = Math.max(0, from.size() - position) / SLOT_BYTES;
    while (low < high) {
      long middle = (low + high) >>> 1;
      time.clear();
      int read = from.read(time, position + middle * SLOT_BYTES + TIME_AT);
      if (read == Long.BYTES && time.getLong(0) != 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return position + low * SLOT_BYTES;
  }

  /** Whether {@link #read} filled all there is room for, so that more may follow. */
  boolean isFull(int slots) {
    return slots == SLOTS;
  }

  private int fill(FileChannel from, long position, int most) throws IOException {
    bytes.clear().limit(most);
    while (bytes.hasRemaining()) {
      if (from.read(bytes, position + bytes.position()) < 0) {
        break;
      }
    }
    int filled = bytes.position();
    bytes.rewind();
    bytes.asLongBuffer().get(numbers, 0, filled / SLOT_BYTES * NUMBERS);
    return filled;
  }

  /** Whether the slot there is published. */
  boolean isThere(FileChannel from, long position) throws IOException {
    behind.clear().limit(Long.BYTES);
    int read = from.read(behind, position + TIME_AT);
    return read == Long.BYTES && behind.getLong(0) != 0;
  }

  /** How many of the first slots are whole events: the text of the last may not be all here. */
  int whole(int slots) {
    int last = lastEvent(slots);
    boolean isCut =
        last > 0 && hasText(last) && !isComplete(last + 1, continuations(last + 1, slots));
    return isCut ? last : slots;
  }

  byte[] copy(int slots) {
    byte[] copy = new byte[slots * SLOT_BYTES];
    bytes.get(0, copy);
    return copy;
  }

  int kind(int slot) {
    return (int) numbers[slot * NUMBERS] & 0xFFFF;
  }

  int flags(int slot) {
    return (int) (numbers[slot * NUMBERS] >>> 16) & 0xFFFF;
  }

  int thread(int slot) {
    return (int) (numbers[slot * NUMBERS] >>> Integer.SIZE);
  }

  int object(int slot) {
    return (int) numbers[slot * NUMBERS + OBJECT];
  }

  int site(int slot) {
    return (int) (numbers[slot * NUMBERS + OBJECT] >>> Integer.SIZE);
  }

  long value(int slot) {
    return numbers[slot * NUMBERS + VALUE];
  }

  long time(int slot) {
    return numbers[slot * NUMBERS + TIME];
  }

  /**
   * How many slots from {@code first} on continue a text, up to and with its last; may be cut off
   * by {@code end}.
   */
  int continuations(int first, int end) {
    int most = Math.min(end, first + MOST_CONTINUATIONS);
    int slot = first;
    while (slot < most && isText(slot)) {
      slot++;
      if ((flags(slot - 1) & CONTINUATION_LAST) != 0) {
        break;
      }
    }
    return slot - first;
  }

  /** Whether the text of so many continuations from {@code first} on is complete. */
  boolean isComplete(int first, int continuations) {
    return continuations > 0 && (flags(first + continuations - 1) & CONTINUATION_LAST) != 0;
  }

  private boolean isText(int slot) {
    int count = flags(slot) & CONTINUATION_BYTES;
    return kind(slot) == EventKind.CONTINUATION.code() && count > 0 && count <= TEXT_PER_SLOT;
  }

  /** The text of so many slots from {@code first} on; no more than one is looked at at a time. */
  CharSequence text(int first, int continuations) {
    int most = continuations * TEXT_PER_SLOT;
    if (utf8.length < most) {
      utf8 = new byte[most * 2];
    }
    byte[] to = utf8;
    int length = 0;
    long all = 0;
    for (int slot = first; slot < first + continuations; slot++) {
      int at = slot * NUMBERS;
      long head = numbers[at] >>> Integer.SIZE;
      INTS.set(to, length, (int) head);
      LONGS.set(to, length + Integer.BYTES, numbers[at + OBJECT]);
      LONGS.set(to, length + Integer.BYTES + Long.BYTES, numbers[at + VALUE]);
      all |= head | numbers[at + OBJECT] | numbers[at + VALUE];
      length += flags(slot) & CONTINUATION_BYTES;
    }
    return (all & NOT_ASCII) == 0
        ? ascii.is(to, 0, length)
        : new String(to, 0, length, StandardCharsets.UTF_8);
  }
}
