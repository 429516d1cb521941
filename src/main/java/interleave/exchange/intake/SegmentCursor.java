package interleave.exchange.intake;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/** Goes through what was written of a thread's events already, in their order. */
final class SegmentCursor implements Cursor, AutoCloseable {
  private static final int BEGIN = EventKind.SLICE_BEGIN.code();
  private static final int END = EventKind.SLICE_END.code();
  private static final int WHOLE = EventKind.SLICE.code();
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment slots;
  private final boolean childrenFirst;
  private final long[] record = new long[Records.LONGS];
  private final byte[] text = new byte[LONGEST_TEXT + TEXT_PER_SLOT];
  private long next = HEADER_BYTES;

  SegmentCursor(Path file, boolean childrenFirst) throws IOException {
    this.childrenFirst = childrenFirst;
    try (FileChannel from = FileChannel.open(file)) {
      slots = from.map(MapMode.READ_ONLY, 0, from.size(), arena);
    }
  }

  @Override
  public boolean next() {
    if (next >= slots.byteSize()) {
      return false;
    }
    long at = next;
    long head = slots.get(LONG, at);
    record[0] = slots.get(LONG, at + TIME_AT);
    record[Records.KIND] = head & (0xFFFF_FFFFL ^ (long) Flags.HAS_TEXT << 16);
    record[Records.OBJECT] = slots.get(LONG, at + OBJECT_AT);
    record[Records.VALUE] = slots.get(LONG, at + VALUE_AT);
    record[Records.END] = 0;
    if (((int) head & 0xFFFF) == WHOLE) {
      record[Records.END] = record[0] + record[Records.VALUE];
      record[Records.VALUE] = 0;
    }
    next = at + SLOT_BYTES;
    if ((head >>> 16 & Flags.HAS_TEXT) != 0) {
      record[Records.KIND] |= (long) text() << 32;
    }
    return true;
  }

  private int text() {
    int length = 0;
    boolean last = false;
    while (!last) {
      int flags = (int) (slots.get(LONG, next) >>> 16) & 0xFFFF;
      int count = flags & CONTINUATION_BYTES;
      MemorySegment.copy(slots, ValueLayout.JAVA_BYTE, next + THREAD_AT, text, length, count);
      length += count;
      last = (flags & CONTINUATION_LAST) != 0;
      next += SLOT_BYTES;
    }
    return length;
  }

  /** Of a slice that begins here at the same time as another it is to be known which is within. */
  @Override
  public int compare(Cursor other) {
    long otherEnd = other.record()[other.at() + Records.END];
    boolean begins = ((int) record[Records.KIND] & 0xFFFF) == BEGIN;
    if (!begins || otherEnd == 0 || record[0] != other.record()[other.at()]) {
      return Cursor.super.compare(other);
    }
    return isOver(childrenFirst ? otherEnd : otherEnd - 1) ? 1 : -1;
  }

  /** Whether the slice that begins here ends by then. */
  private boolean isOver(long time) {
    int depth = 1;
    for (long at = next; at < slots.byteSize(); at += SLOT_BYTES) {
      int kind = (int) slots.get(LONG, at) & 0xFFFF;
      if (slots.get(LONG, at + TIME_AT) > time) {
        return false;
      }
      depth += kind == BEGIN ? 1 : kind == END ? -1 : 0;
      if (depth == 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long[] record() {
    return record;
  }

  @Override
  public int at() {
    return 0;
  }

  @Override
  public byte[] texts() {
    return text;
  }

  @Override
  public void close() {
    arena.close();
  }
}
