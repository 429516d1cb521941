package interleave.event;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The file of a segment, which grows in chunks that are mapped one by one.
 *
 * <p>A chunk is first <em>written</em> with zeros and only then mapped: a full disk is then an
 * error that can be answered, where touching a hole of a mapped file would be a signal that kills
 * the program. The file is closed after each growth, so a thousand threads hold no descriptor of
 * the program's.
 *
 * <p>Making a chunk costs as much as filling it with events. A busy segment therefore has its next
 * chunk made by {@link Prefault} while the writer fills this one. Exactly one of the two extends
 * the file at a time:
 *
 * <pre>
 *   IDLE ──order──▶ ORDERED ──prefault thread──▶ WORKING ──▶ READY ──next──▶ IDLE
 *     ▲                │ next: the writer is quicker                │ or failed
 *     └────────────────┴──────────── and does it itself ◀──────────┘
 * </pre>
 */
final class SegmentFile {
  private static final int IDLE = 0;
  private static final int ORDERED = 1;
  private static final int WORKING = 2;
  private static final int READY = 3;
  private static final int PAGE = 4096;
  private static final int ZEROS = 64 << 10;

  /** Of less than this no chunk is made: it has room for the longest text. */
  static final int SMALLEST_CHUNK = 16 << 10;

  private final Path path;
  private final Budget budget;
  private final AtomicInteger state = new AtomicInteger(IDLE);
  private long length;
  private int ordered;
  private @Nullable MappedByteBuffer made;

  SegmentFile(Path path, Budget budget) {
    this.path = path;
    this.budget = budget;
  }

  /** Asks for the next chunk to be made meanwhile. Called by the writer. */
  void order(int bytes) {
    ordered = bytes;
    state.set(ORDERED);
    Prefault.enqueue(this);
  }

  /** Called by the prefault thread. */
  void makeOrdered() {
    if (!state.compareAndSet(ORDERED, WORKING)) {
      return; // the writer was quicker
    }
    try {
      MappedByteBuffer chunk = extend(ordered);
      for (int at = 0; chunk != null && at < chunk.capacity(); at += PAGE) {
        chunk.putLong(at, 0);
      }
      made = chunk;
    } catch (IOException | RuntimeException e) {
      made = null; // the writer tries for itself, and says what is lost
    } finally {
      state.set(READY);
    }
  }

  /** A chunk of one page that the budget is not asked for. */
  MappedByteBuffer pageBeyondCap() throws IOException {
    return map(PAGE);
  }

  /**
   * The next chunk, of {@code bytes} or what the budget gives of them, or null when there is no
   * room for one. Called by the writer.
   */
  @Nullable MappedByteBuffer next(int bytes) throws IOException {
    if (!state.compareAndSet(ORDERED, IDLE)) {
      while (state.get() == WORKING) {
        Thread.onSpinWait(); // for less than it would take to do the same
      }
      if (state.compareAndSet(READY, IDLE)) {
        MappedByteBuffer chunk = made;
        made = null;
        if (chunk != null) {
          return chunk;
        }
      }
    }
    return extend(bytes);
  }

  /**
   * File channels close when their thread is interrupted, and the thread is the program's: its
   * interrupt is put aside meanwhile and given back.
   */
  private @Nullable MappedByteBuffer extend(int bytes) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          int given = budget.take(bytes, SMALLEST_CHUNK);
          return given > 0 ? mapOrGiveBack(given) : null;
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private MappedByteBuffer mapOrGiveBack(int bytes) throws IOException {
    boolean done = false;
    try {
      MappedByteBuffer mapped = map(bytes);
      done = true;
      return mapped;
    } finally {
      if (!done) {
        budget.giveBack(bytes);
      }
    }
  }

  private MappedByteBuffer map(int bytes) throws IOException {
    try (RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw")) {
      byte[] zeros = new byte[Math.min(bytes, ZEROS)];
      opened.seek(length);
      for (int written = 0; written < bytes; written += zeros.length) {
        opened.write(zeros);
      }
      MappedByteBuffer mapped = opened.getChannel().map(MapMode.READ_WRITE, length, bytes);
      mapped.order(ByteOrder.LITTLE_ENDIAN);
      length += bytes;
      return mapped;
    }
  }
}
