package interleave.event;

import static interleave.event.SlotFormat.*;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes one segment, from one thread at a time.
 *
 * <p>The file grows in chunks, each twice as large as the one before, from 16 KiB to 4 MiB, and
 * smaller ones near the cap; {@link SegmentFile} tells how they are made.
 *
 * <p>An event is there once its time is: the other fields are stored first, a store fence follows,
 * and the time is stored last. The continuation slots of a text are complete before their event is.
 *
 * <p>The observed thread never waits for room. When the segment cannot grow, events are counted as
 * lost, in the header.
 */
public final class SegmentWriter {
  private static final int FIRST_CHUNK = SegmentFile.SMALLEST_CHUNK;
  private static final int LARGEST_CHUNK = 4 << 20;

  /** A segment that has filled one of this size is busy: its next chunk is made ahead. */
  private static final int BUSY_CHUNK = 64 << 10;

  /** After this many lost events the disk is asked again; a power of two. */
  private static final int LOST_BEFORE_RETRY = 1 << 16;

  /**
   * Every so many bytes of events one is timed, to tell what recording costs. Never in step with
   * pages: the first event of each takes much longer.
   */
  private static final int SAMPLED_EVERY = 509 * SLOT_BYTES;

  /** In the first chunk more often, so that short programs have a figure too. */
  private static final int SAMPLED_AT_FIRST = 16 * SLOT_BYTES;

  /** From bytes to numbers of eight. */
  private static final int NUMBER_SHIFT = 3;

  private final SegmentFile file;
  private final boolean shared;
  private MappedByteBuffer header;
  private MappedByteBuffer chunk;

  /** The same in numbers of eight bytes: a store takes half of what it takes there. */
  private LongBuffer numbers;

  private int position;
  private int limit;

  /** Up to here events are written without a further thought; never beyond the limit. */
  private int stop;

  private boolean stuck;
  private long lost;

  SegmentWriter(Path file, Budget budget, Header first) throws IOException {
    this(new SegmentFile(file, budget), first, false);
  }

  private SegmentWriter(SegmentFile file, Header first, boolean beyondCap) throws IOException {
    this.file = file;
    this.shared = first.shared();
    MappedByteBuffer mapped = beyondCap ? file.pageBeyondCap() : file.next(FIRST_CHUNK);
    if (mapped == null) {
      throw new IOException("no room for a segment");
    }
    header = mapped;
    chunk = mapped;
    numbers = mapped.asLongBuffer();
    limit = mapped.capacity();
    position = HEADER_BYTES;
    first.store(mapped);
  }

  /** A segment of one page, which is there also when all the room is in use. */
  static SegmentWriter beyondCap(Path file, Budget budget, Header first) throws IOException {
    return new SegmentWriter(new SegmentFile(file, budget), first, true);
  }

  /** What stands in a new segment's header. */
  record Header(TracedRuntime runtime, long pid, long parentPid, long opened, boolean shared) {
    private void store(MappedByteBuffer at) {
      at.putShort(VERSION_AT, (short) VERSION);
      at.putShort(HEADER_BYTES_AT, (short) HEADER_BYTES);
      at.putShort(RUNTIME_AT, (short) runtime.code());
      at.putShort(SEGMENT_FLAGS_AT, (short) (shared ? 1 : 0));
      at.putLong(PID_AT, pid);
      at.putLong(PARENT_PID_AT, parentPid);
      at.putLong(OPENED_AT, opened);
      VarHandle.releaseFence();
      at.putLong(0, MAGIC);
    }
  }

  /**
   * Whether several threads take turns here; each then holds this object's monitor while it writes.
   */
  boolean shared() {
    return shared;
  }

  /** Records an event without text. {@code time} must not be 0. */
  public void write(int kind, int flags, int thread, int object, int site, long value, long time) {
    // One comparison tells that there is room and that this is not an event to be timed. All else
    // is
    // elsewhere, so that this is small enough for the hooks to have it in line.
    if (position < stop) {
      store(kind, flags, thread, object, site, value, time);
    } else {
      writeAtStop(kind, flags, thread, object, site, value, time);
    }
  }

  private void writeAtStop(
      int kind, int flags, int thread, int object, int site, long value, long time) {
    boolean grown = position >= limit;
    if (!grown || grow(time)) {
      stop = Math.min(limit, position + (limit == FIRST_CHUNK ? SAMPLED_AT_FIRST : SAMPLED_EVERY));
      store(kind, flags, thread, object, site, value, time);
      if (!grown) {
        sample(time);
      }
    }
  }

  private void store(int kind, int flags, int thread, int object, int site, long value, long time) {
    int next = position;
    int at = next >>> NUMBER_SHIFT;
    LongBuffer to = numbers;
    to.put(at, (kind & 0xFFFFL) | (flags & 0xFFFFL) << 16 | (long) thread << 32);
    to.put(at + (OBJECT_AT >>> NUMBER_SHIFT), (object & 0xFFFF_FFFFL) | (long) site << 32);
    to.put(at + (VALUE_AT >>> NUMBER_SHIFT), value);
    VarHandle.releaseFence();
    to.put(at + (TIME_AT >>> NUMBER_SHIFT), time);
    position = next + SLOT_BYTES;
  }

  /** Records an event with its text. */
  public void write(
      int kind, int flags, int thread, int object, int site, long value, long time, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    int allFlags = flags | Flags.HAS_TEXT;
    if (length > LONGEST_TEXT) {
      length = wholeCharacters(bytes, LONGEST_TEXT);
      allFlags |= Flags.TRUNCATED;
    }
    if (length == 0) {
      write(kind, flags, thread, object, site, value, time);
      return;
    }
    int continuations = (length + TEXT_PER_SLOT - 1) / TEXT_PER_SLOT;
    if (!room((1 + continuations) * SLOT_BYTES, time)) {
      return;
    }
    int head = position;
    for (int i = 0; i < continuations; i++) {
      int from = i * TEXT_PER_SLOT;
      int count = Math.min(TEXT_PER_SLOT, length - from);
      continuation(head + (i + 1) * SLOT_BYTES, bytes, from, count, i == continuations - 1, time);
    }
    // The slots after it are complete, so the event may be seen.
    write(kind, allFlags, thread, object, site, value, time);
    position = head + (1 + continuations) * SLOT_BYTES;
  }

  private void continuation(int at, byte[] bytes, int from, int count, boolean last, long time) {
    MappedByteBuffer to = chunk;
    to.putShort(at, (short) EventKind.CONTINUATION.code());
    to.putShort(at + FLAGS_AT, (short) (count | (last ? CONTINUATION_LAST : 0)));
    to.put(at + THREAD_AT, bytes, from, count);
    to.putLong(at + TIME_AT, time);
  }

  /** Cuts at {@code most} bytes or before, never within a character. */
  private static int wholeCharacters(byte[] utf8, int most) {
    int end = most;
    while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }

  /** Room for {@code bytes} in one piece, at the cost of padding what is left of this chunk. */
  private boolean room(int bytes, long time) {
    if (limit - position >= bytes) {
      return true;
    }
    MappedByteBuffer left = chunk;
    int from = position;
    int end = limit;
    if (!grow(time)) {
      return false;
    }
    for (int at = from; at < end; at += SLOT_BYTES) {
      left.putShort(at, (short) EventKind.CONTINUATION.code());
      VarHandle.releaseFence();
      left.putLong(at + TIME_AT, time);
    }
    return true;
  }

  private void sample(long began) {
    long took = System.nanoTime() - began;
    // An event recorded for another moment, or a thread that was preempted, says nothing about the
    // cost.
    if (took >= 0 && took < 10_000) {
      header.putLong(SAMPLED_NS_AT, header.getLong(SAMPLED_NS_AT) + took);
      header.putLong(SAMPLED_EVENTS_AT, header.getLong(SAMPLED_EVENTS_AT) + 1);
      CostHistogram.count(header, took);
    }
  }

  private boolean grow(long time) {
    if (stuck && (lost & (LOST_BEFORE_RETRY - 1)) != 0) {
      lose(time);
      return false;
    }
    int bytes = Math.max(FIRST_CHUNK, Math.min(chunk.capacity() * 2, LARGEST_CHUNK));
    @Nullable MappedByteBuffer next = null;
    while (next == null && bytes >= FIRST_CHUNK) {
      try {
        next = file.next(bytes);
      } catch (IOException | RuntimeException e) {
        next = null; // as on a full disk: a smaller piece may still fit
      }
      bytes /= 4;
    }
    stuck = next == null;
    if (next == null) {
      lose(time);
      return false;
    }
    numbers = next.asLongBuffer(); // before all else: where memory is short, this fails
    chunk = next;
    stop = 0;
    position = 0;
    limit = next.capacity();
    if (limit >= BUSY_CHUNK) {
      file.order(Math.min(limit * 2, LARGEST_CHUNK));
    }
    return true;
  }

  /** Counts one event that got no slot; of a thread that has no segment to itself, too. */
  synchronized void lose(long time) {
    if (lost == 0) {
      header.putLong(FIRST_LOST_AT, time);
    }
    lost++;
    header.putLong(LAST_LOST_AT, time);
    VarHandle.releaseFence();
    header.putLong(LOST_AT, lost);
  }
}
