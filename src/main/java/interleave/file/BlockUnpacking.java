package interleave.file;

import interleave.file.block.SegmentBlock;
import interleave.file.block.SlotColumns;
import interleave.words.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes segments of blocks, on all processors. What is damaged is left out, and what follows it
 * closes up: a reader takes slots as they come. Bytes are counted before there are any.
 */
final class BlockUnpacking implements AutoCloseable {
  private static final Words WORDS = Words.of("file");
  private static final int LOOK = 1 << 16;

  private final FileChannel from;
  private final Path path;
  private final Unpacking.Limits limits;
  private final Problems problems;
  private final Progress progress;
  private final long size;
  private final Coders coders = new Coders();
  private final OrderedWork<Long> work = new OrderedWork<>(this::written);
  private final ByteBuffer header = ByteBuffer.allocate(SegmentBlock.HEADER);
  private long unpacked;

  BlockUnpacking(
      FileChannel from, Path path, Unpacking.Limits limits, Problems problems, Progress progress)
      throws IOException {
    this.from = from;
    this.path = path;
    this.limits = limits;
    this.problems = problems;
    this.progress = progress;
    size = from.size();
  }

  /** What was read of one segment. */
  private static final class Segment {
    byte @Nullable [] head;
    long bytes;
    boolean whole;
    boolean damaged;
  }

  /**
   * Begins to write a segment, which is there after {@link #finish}.
   *
   * @param cut whether the file ends within it, which is told already
   */
  void unpack(ArchiveWriter.Entry entry, Path to, boolean cut) throws IOException {
    Files.createFile(to);
    Segment segment = new Segment();
    segment.bytes = Packing.SEGMENT_HEADER;
    long end = entry.offset() + entry.length();
    for (long at = entry.offset(); at < end; ) {
      SegmentBlock.Head head = head(at, end);
      byte[] bytes = head == null ? null : bytes(head, at + SegmentBlock.HEADER);
      if (head == null) {
        segment.damaged |= end - at >= SegmentBlock.HEADER;
        at = next(at + 1, end);
        continue;
      }
      at += SegmentBlock.HEADER + head.packed();
      if (bytes == null) {
        segment.damaged = true;
      } else {
        take(segment, head, bytes, to, at);
      }
    }
    if (segment.head != null) {
      write(to, 0, segment.head);
    }
    if (!cut) {
      tell(entry.name(), segment);
    }
  }

  private void take(Segment segment, SegmentBlock.Head head, byte[] bytes, Path to, long read)
      throws IOException {
    switch (head.form()) {
      case HEAD -> segment.head = bytes.length <= Packing.SEGMENT_HEADER ? bytes : null;
      case SLOTS -> {
        if (head.bytes() / limits.ratio() > head.packed() || head.bytes() % SlotColumns.SLOT > 0) {
          segment.damaged = true;
          return;
        }
        count(head.bytes());
        long where = segment.bytes;
        segment.bytes += head.bytes();
        work.add(() -> slots(head, bytes, to, where, read));
      }
      case END -> {
        segment.head =
            segment.head == null && bytes.length <= Packing.SEGMENT_HEADER ? bytes : segment.head;
        segment.whole = true;
      }
    }
  }

  private void count(int bytes) throws IOException {
    unpacked += bytes;
    if (unpacked > limits.bytes()) {
      throw new IOException(
          WORDS.get("too-large", path, String.format(Locale.ROOT, "%,d", unpacked >> 20)));
    }
  }

  private void tell(String name, Segment segment) {
    if (segment.damaged) {
      problems.missing(WORDS.get("damaged.some", Unpacking.shown(name)));
    } else if (!segment.whole) {
      problems.missing(WORDS.get("damaged.beginning", Unpacking.shown(name)));
    }
  }

  /** Returns how far the file was read for that. */
  private long slots(SegmentBlock.Head head, byte[] block, Path to, long where, long read)
      throws IOException {
    SegmentBlock.Coder coder = coders.take();
    try {
      write(to, where, coder.unpack(head, block));
    } catch (SegmentBlock.Unsound e) {
      problems.missing(WORDS.get("damaged.some", String.valueOf(to.getFileName())));
    } finally {
      coders.give(coder);
    }
    return read;
  }

  private static void write(Path to, long where, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer, where + buffer.position());
      }
    }
  }

  private void written(long read) {
    Progress.check(progress, Math.min(read, size), size);
  }

  /** The header of the block that stands there; null where none does. */
  private SegmentBlock.@Nullable Head head(long at, long end) throws IOException {
    if (end - at < SegmentBlock.HEADER) {
      return null;
    }
    fill(header.clear(), at);
    SegmentBlock.Head head = SegmentBlock.head(header.flip());
    return head == null || head.packed() > end - at - SegmentBlock.HEADER ? null : head;
  }

  /** What follows the header; null where it is damaged. */
  private byte @Nullable [] bytes(SegmentBlock.Head head, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(head.packed());
    fill(bytes, at);
    return SegmentBlock.checksum(bytes.array()) == head.checksum() ? bytes.array() : null;
  }

  /** Where the next block may begin. */
  private long next(long after, long end) throws IOException {
    ByteBuffer look = ByteBuffer.allocate(LOOK).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (long at = after; at + SegmentBlock.HEADER <= end; at += LOOK - 3) {
      look.clear().limit((int) Math.min(LOOK, end - at));
      fill(look, at);
      look.flip();
      for (int i = 0; i + 4 <= look.limit(); i++) {
        if (look.getInt(i) == SegmentBlock.MAGIC) {
          return at + i;
        }
      }
    }
    return end;
  }

  private void fill(ByteBuffer to, long at) throws IOException {
    int begin = to.position();
    while (to.hasRemaining() && from.read(to, at + to.position() - begin) > 0) {
      continue;
    }
  }

  /** How many bytes it makes so far. */
  long unpacked() {
    return unpacked;
  }

  /** Waits until all is written. */
  void finish() throws IOException {
    work.finish();
    Progress.check(progress, size, size);
  }

  @Override
  public void close() {
    work.close();
    coders.close();
  }
}
