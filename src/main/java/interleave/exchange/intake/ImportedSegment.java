package interleave.exchange.intake;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongPredicate;

/** A segment that an importer writes. Its header comes last: until then it is none. */
final class ImportedSegment {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final OpenSegments open;
  private long length = HEADER_BYTES;

  ImportedSegment(Path file, OpenSegments open) {
    this.file = file;
    this.open = open;
  }

  Path file() {
    return file;
  }

  void append(Slots slots) throws IOException {
    if (slots.length() > 0) {
      length += written(slots.written(), length);
    }
    slots.clear();
  }

  private long written(ByteBuffer bytes, long at) throws IOException {
    int before = bytes.remaining();
    FileChannel to = open.of(file);
    long next = at;
    while (bytes.hasRemaining()) {
      next += to.write(bytes, next);
    }
    return before;
  }

  /**
   * What a segment says of itself.
   *
   * @param opened no event of it is older
   * @param offset from the times that stand in it to those that they are
   */
  record Header(TracedRuntime runtime, long pid, long parent, long opened, long offset) {}

  void finish(Header header) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(0, MAGIC);
    head.putShort(VERSION_AT, (short) VERSION).putShort(HEADER_BYTES_AT, (short) HEADER_BYTES);
    head.putShort(RUNTIME_AT, (short) header.runtime().code());
    head.putLong(PID_AT, header.pid()).putLong(PARENT_PID_AT, header.parent());
    head.putLong(CLOCK_OFFSET_AT, header.offset()).putLong(OPENED_AT, header.opened());
    written(head, 0);
    open.close(file);
  }

  /**
   * Leaves room where events of such times stand.
   *
   * @return how many they are
   */
  long blank(LongPredicate times) throws IOException {
    open.close(file);
    if (length == HEADER_BYTES) {
      return 0; // nothing was written
    }
    long events = 0;
    boolean blanks = false;
    try (Arena arena = Arena.ofConfined();
        FileChannel both =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MemorySegment slots = both.map(MapMode.READ_WRITE, 0, length, arena);
      for (long at = HEADER_BYTES; at < length; at += SLOT_BYTES) {
        if ((slots.get(INT, at) & 0xFFFF) != EventKind.CONTINUATION.code()) {
          blanks = times.test(slots.get(LONG, at + TIME_AT));
          events += blanks ? 1 : 0;
        }
        if (blanks) {
          slots.set(INT, at, EventKind.CONTINUATION.code()); // without bytes: nothing is there
        }
      }
    }
    return events;
  }

  void delete() throws IOException {
    open.close(file);
    Files.deleteIfExists(file);
  }
}
