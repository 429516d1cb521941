package interleave.event;

import static interleave.event.SlotFormat.*;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it lies there, not understood: for whoever takes it elsewhere. What is handed over
 * is published, and ends with a whole event. One thread reads it.
 */
public final class RawSegment implements Closeable {
  private static final byte[] NOTHING = {};

  private final Path file;
  private @Nullable FileChannel channel;
  private byte @Nullable [] head;
  private long position = HEADER_BYTES;

  RawSegment(Path file) {
    this.file = file;
  }

  /** What the segment says of itself now; null while it says nothing that makes sense. */
  public byte @Nullable [] header() throws IOException {
    FileChannel from = open();
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (from.read(bytes, bytes.position()) < 0) {
        return null;
      }
    }
    head = bytes.getLong(0) == MAGIC ? bytes.array() : null;
    return head == null ? null : head.clone();
  }

  /** A header of a segment whose times are all later by that much. */
  public static byte[] ahead(byte[] header, long nanos) {
    byte[] later = header.clone();
    ByteBuffer to = ByteBuffer.wrap(later).order(ByteOrder.LITTLE_ENDIAN);
    to.putLong(CLOCK_OFFSET_AT, to.getLong(CLOCK_OFFSET_AT) + nanos);
    return later;
  }

  /** Where in the segment the next slots stand. */
  public long position() {
    return position;
  }

  /** About how many bytes of slots are published and were not handed over. */
  public long waiting() throws IOException {
    return SlotBlock.published(open(), position) - position;
  }

  /** The slots that were published since; none where there are none, or {@link #header} is not. */
  public byte[] next(SlotReading reading) throws IOException {
    if (head == null) {
      return NOTHING;
    }
    SlotBlock block = reading.block;
    if (!block.isThere(open(), position)) {
      return NOTHING;
    }
    boolean shared = (head[SEGMENT_FLAGS_AT] & 1) != 0;
    int slots = block.whole(block.read(open(), position, shared));
    position += (long) slots * SLOT_BYTES;
    return block.copy(slots);
  }

  /**
   * The run has ended: goes on behind slots that threads had taken and did not fill.
   *
   * @return whether there is anything behind them
   */
  public boolean leap(SlotReading reading) throws IOException {
    long next = head == null ? -1 : reading.block.afterHole(open(), position);
    if (next > position) {
      position = next;
      return true;
    }
    return false;
  }

  private FileChannel open() throws IOException {
    FileChannel known = channel;
    if (known == null) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(file.getFileName() + " is no plain file");
      }
      known = FileChannel.open(file);
      channel = known;
    }
    return known;
  }

  /** Lets go of the file until something is read of it again. */
  @Override
  public void close() {
    FileChannel known = channel;
    channel = null;
    if (known != null) {
      try {
        known.close();
      } catch (IOException e) {
        // it was only read
      }
    }
  }

  /** What one reader needs for all the segments that it reads. */
  public static final class SlotReading {
    private final SlotBlock block = new SlotBlock();
  }
}
