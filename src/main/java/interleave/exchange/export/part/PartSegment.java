package interleave.exchange.export.part;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.SegmentInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A segment of a part, written from its beginning to its end. Its header comes last. */
final class PartSegment {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final SegmentInfo original;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long length = HEADER_BYTES;
  private long newest;
  private long lost;
  private long firstLost;
  private long lastLost;

  PartSegment(Path file, SegmentInfo original) {
    this.file = file;
    this.original = original;
  }

  /** So many events were dropped here. */
  void lost(long events, long first, long last) {
    lost = events;
    firstLost = first;
    lastLost = last;
  }

  /** Times of a segment never go back: an event is as late at least as the one before. */
  void write(Kept event, long at) throws IOException {
    long time = original.shared() ? at : Math.max(newest, at);
    newest = Math.max(newest, time);
    byte[] text = text(event.text());
    int slots = 1 + (text.length + TEXT_PER_SLOT - 1) / TEXT_PER_SLOT;
    if (buffer.remaining() < slots * SLOT_BYTES) {
      flush();
    }
    int flags = event.flags() & ~Flags.HAS_TEXT | (text.length > 0 ? Flags.HAS_TEXT : 0);
    slot(event.kind().code(), flags, event.thread(), event.object(), event.site());
    buffer.putLong(event.value()).putLong(time);
    for (int done = 0; done < text.length; done += TEXT_PER_SLOT) {
      int count = Math.min(TEXT_PER_SLOT, text.length - done);
      int end = buffer.position() + SLOT_BYTES;
      int last = done + count == text.length ? CONTINUATION_LAST : 0;
      buffer.putShort((short) EventKind.CONTINUATION.code()).putShort((short) (count | last));
      buffer.put(text, done, count);
      while (buffer.position() < end - Long.BYTES) {
        buffer.put((byte) 0);
      }
      buffer.putLong(time);
    }
  }

  private void slot(int kind, int flags, int thread, int object, int site) {
    buffer.putShort((short) kind).putShort((short) flags);
    buffer.putInt(thread).putInt(object).putInt(site);
  }

  /** What was read of a segment was not longer than texts may be. */
  private static byte[] text(@Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST_TEXT ? bytes : Arrays.copyOf(bytes, LONGEST_TEXT);
  }

  private void flush() throws IOException {
    buffer.flip();
    write(buffer, length);
    length += buffer.limit();
    buffer.clear();
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    try (FileChannel to =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long next = at;
      while (bytes.hasRemaining()) {
        next += to.write(bytes, next);
      }
    }
  }

  /** Something is known of it up to then: an event of no thread, which means nothing else. */
  void reaches(long end) throws IOException {
    write(new Kept(original, EventKind.THREAD_CREATED, 0, 0, 0, 0, 0, end, null), end);
  }

  /**
   * It is whole.
   *
   * @param opened no event of it is older
   */
  void finish(long opened) throws IOException {
    flush();
    ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(0, MAGIC);
    head.putShort(VERSION_AT, (short) VERSION).putShort(HEADER_BYTES_AT, (short) HEADER_BYTES);
    head.putShort(RUNTIME_AT, (short) original.runtime().code());
    head.putShort(SEGMENT_FLAGS_AT, (short) (original.shared() ? 1 : 0));
    head.putLong(PID_AT, original.pid()).putLong(PARENT_PID_AT, original.parentPid());
    head.putLong(OPENED_AT, opened);
    head.putLong(LOST_AT, lost).putLong(FIRST_LOST_AT, firstLost).putLong(LAST_LOST_AT, lastLost);
    write(head, 0);
  }
}
