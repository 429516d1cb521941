package interleave.event;

import static interleave.event.SlotFormat.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongUnaryOperator;

/**
 * A segment of another machine's recording, written here as it arrives. Nothing that arrives is
 * trusted: a reader meets a segment that this machine could have written, whatever it was sent.
 * What there is no room for is counted as lost. One thread writes it.
 *
 * <p>Of what is appended the first slot is written last: so a reader sees all or nothing of it.
 * That holds for segments that several threads share, so each says it is one.
 */
public final class SegmentCopy {
  public static final int HEADER = HEADER_BYTES;

  private static final long LOW = 0xFFFF_FFFFL;

  /**
   * Where it comes from.
   *
   * @param host number of the machine, which goes above the pids that it has
   * @param clock from that machine's times to this one's
   */
  public record Origin(int host, LongUnaryOperator clock) {}

  private final Path file;
  private final Budget budget;
  private final Origin origin;
  private final ByteBuffer head = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
  private long offset;
  private long length = HEADER;
  private long room;
  private long theirLost;
  private long lost;

  SegmentCopy(Path file, Budget budget, Origin origin) {
    this.file = file;
    this.budget = budget;
    this.origin = origin;
  }

  /** What is added to the times in its slots for those of the clock there. */
  public long clockOffset() {
    return offset;
  }

  /** How many bytes it has here. */
  public long length() {
    return length;
  }

  /** How many events had no room here. */
  public long lost() {
    return lost;
  }

  /**
   * What the segment says of itself by now; comes first, and again whenever that has changed.
   *
   * @throws RefusedSegmentException where that is not of a segment
   */
  public void header(byte[] original) throws IOException {
    ByteBuffer from = sound(original);
    boolean first = head.getLong(0) == 0;
    if (first) {
      offset = from.getLong(CLOCK_OFFSET_AT);
      head.putShort(VERSION_AT, (short) VERSION).putShort(HEADER_BYTES_AT, (short) HEADER_BYTES);
      head.putShort(RUNTIME_AT, from.getShort(RUNTIME_AT)).putShort(SEGMENT_FLAGS_AT, (short) 1);
      head.putLong(PID_AT, here(from.getLong(PID_AT)));
      head.putLong(PARENT_PID_AT, here(from.getLong(PARENT_PID_AT)));
      head.putLong(OPENED_AT, time(from.getLong(OPENED_AT)));
    }
    head.put(SAMPLED_NS_AT, original, SAMPLED_NS_AT, HEADER - SAMPLED_NS_AT);
    long more = from.getLong(LOST_AT) - theirLost;
    if (more > 0) {
      theirLost += more;
      lose(more, time(from.getLong(FIRST_LOST_AT)), time(from.getLong(LAST_LOST_AT)));
    }
    write(first);
  }

  private static ByteBuffer sound(byte[] original) throws RefusedSegmentException {
    ByteBuffer from = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
    boolean sound =
        original.length == HEADER
            && from.getLong(0) == MAGIC
            && from.getShort(VERSION_AT) == VERSION
            && from.getShort(HEADER_BYTES_AT) == HEADER_BYTES
            && from.getShort(RUNTIME_AT) >= 0
            && from.getShort(RUNTIME_AT) < TracedRuntime.values().length
            && from.getLong(PID_AT) > 0
            && from.getLong(PID_AT) <= LOW
            && from.getLong(PARENT_PID_AT) >= 0
            && from.getLong(PARENT_PID_AT) <= LOW
            && from.getLong(LOST_AT) >= 0
            && from.getLong(LOST_AT) <= MOST_LOST;
    if (!sound) {
      throw new RefusedSegmentException("it does not begin as a segment");
    }
    return from;
  }

  private long here(long pid) {
    return pid == 0 ? 0 : (long) origin.host() << Integer.SIZE | pid;
  }

  /** Never 0, which would be a slot that is not there. */
  private long time(long there) {
    return Math.max(1, origin.clock().applyAsLong(there + offset));
  }

  /**
   * Slots that follow those before.
   *
   * @throws RefusedSegmentException where they are none; nothing is written of them then
   */
  public void append(byte[] slots) throws IOException {
    ByteBuffer to = ByteBuffer.wrap(slots.clone()).order(ByteOrder.LITTLE_ENDIAN);
    check(to);
    int events = 0;
    for (int at = 0; at < slots.length; at += SLOT_BYTES) {
      int kind = Short.toUnsignedInt(to.getShort(at));
      to.putLong(at + TIME_AT, time(to.getLong(at + TIME_AT)));
      if (kind == EventKind.GIL_UNSEEN.code()) {
        to.putLong(at + VALUE_AT, time(to.getLong(at + VALUE_AT)));
      }
      events += kind == EventKind.CONTINUATION.code() ? 0 : 1;
    }
    if (slots.length == 0) {
      return;
    }
    if (hasRoom(slots.length)) {
      write(to);
    } else {
      lose(events, to.getLong(TIME_AT), to.getLong(slots.length - SLOT_BYTES + TIME_AT));
      write(false);
    }
  }

  private void check(ByteBuffer slots) throws RefusedSegmentException {
    if (head.getLong(0) == 0 || slots.limit() % SLOT_BYTES != 0) {
      throw new RefusedSegmentException("its slots are not whole, or come before its header");
    }
    boolean open = false;
    for (int at = 0; at < slots.limit(); at += SLOT_BYTES) {
      if (slots.getLong(at + TIME_AT) == 0 || slots.getShort(at) == 0) {
        throw new RefusedSegmentException("a slot of it has no time");
      }
      int flags = Short.toUnsignedInt(slots.getShort(at + FLAGS_AT));
      boolean text = Short.toUnsignedInt(slots.getShort(at)) == EventKind.CONTINUATION.code();
      open = text ? open && (flags & CONTINUATION_LAST) == 0 : (flags & Flags.HAS_TEXT) != 0;
    }
    if (open) {
      throw new RefusedSegmentException("it ends within a text");
    }
  }

  private boolean hasRoom(int bytes) throws IOException {
    while (room < bytes) {
      int wanted = Math.max(bytes, SegmentFile.SMALLEST_CHUNK);
      int taken = budget.take(wanted, SegmentFile.SMALLEST_CHUNK);
      room += taken;
      if (taken == 0) {
        return false;
      }
    }
    return true;
  }

  private void write(ByteBuffer slots) throws IOException {
    try (FileChannel to = open()) {
      all(to, slots.position(SLOT_BYTES), length + SLOT_BYTES);
      all(to, slots.position(0).limit(SLOT_BYTES), length);
    }
    room -= slots.capacity();
    length += slots.capacity();
  }

  private void lose(long events, long first, long last) {
    if (lost == 0 && head.getLong(LOST_AT) == 0) {
      head.putLong(FIRST_LOST_AT, first);
    }
    lost += events;
    head.putLong(LAST_LOST_AT, Math.max(last, head.getLong(LAST_LOST_AT)));
    head.putLong(LOST_AT, Math.min(lost, MOST_LOST));
  }

  /** The magic comes last, once. */
  private void write(boolean first) throws IOException {
    try (FileChannel to = open()) {
      all(to, head.position(Long.BYTES).limit(HEADER), Long.BYTES);
      if (first) {
        head.putLong(0, MAGIC);
        all(to, head.position(0).limit(Long.BYTES), 0);
      }
    } finally {
      head.clear();
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void all(FileChannel to, ByteBuffer bytes, long at) throws IOException {
    int begin = bytes.position();
    while (bytes.hasRemaining()) {
      to.write(bytes, at + bytes.position() - begin);
    }
  }
}
