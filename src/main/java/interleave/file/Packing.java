package interleave.file;

import interleave.file.block.SegmentBlock;
import interleave.file.block.SlotColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes a manifest, segments and what else is to be kept into an archive. */
final class Packing {
  /** A multiple of the slot's size, so that a cut never goes through a slot. */
  private static final int GRAIN = 1 << 12;

  /** What a segment begins with, where it is complete. */
  static final int SEGMENT_HEADER = 128;

  /** Each block is twice as long as the one before: so a small file loses little when it is cut. */
  private static final int FIRST_BLOCK = 1 << 14;

  private static final int LOOK = 1 << 16;

  /** A block that is ready, and how much of the segment it stands for. */
  private record Packed(ByteBuffer block, long bytes) {}

  private final FileChannel to;
  private final ArchiveWriter archive;
  private final Progress progress;
  private final byte[] look = new byte[LOOK];
  private long done;
  private long total;

  Packing(FileChannel to, Progress progress) {
    this.to = to;
    archive = new ArchiveWriter(to);
    this.progress = progress;
  }

  void pack(byte[] manifest, List<Path> segments, List<? extends FurtherEntry> further)
      throws IOException {
    for (Path segment : segments) {
      total += Files.size(segment);
    }
    total += further.stream().mapToLong(FurtherEntry::work).sum();
    archive.entry(InterleaveFormat.MANIFEST, _ -> to.write(ByteBuffer.wrap(manifest)));
    try (Coders coders = new Coders();
        OrderedWork<Packed> work = new OrderedWork<>(this::write)) {
      for (Path segment : segments) {
        archive.entry(
            InterleaveFormat.SEGMENTS + segment.getFileName() + InterleaveFormat.BLOCKS,
            _ -> pack(segment, work, coders));
      }
    }
    long checksum = checksum(archive.entries());
    for (FurtherEntry group : further) {
      for (FurtherEntry each : group.entries()) {
        long before = done;
        archive.pageEntry(each.name(), _ -> each.write(to, checksum, part -> at(before + part)));
      }
    }
    archive.finish();
  }

  /** Of what the segments in an archive are. */
  static long checksum(List<ArchiveWriter.Entry> entries) {
    CRC32C crc = new CRC32C();
    long sum = 0;
    for (ArchiveWriter.Entry entry : entries) {
      if (entry.name().startsWith(InterleaveFormat.SEGMENTS)) {
        String all = entry.name() + " " + entry.length() + " " + entry.crc();
        crc.update(all.getBytes(StandardCharsets.UTF_8));
        sum += entry.length();
      }
    }
    return sum << Integer.SIZE | crc.getValue();
  }

  private void pack(Path segment, OrderedWork<Packed> work, Coders coders) throws IOException {
    try (FileChannel from = FileChannel.open(segment)) {
      long size = from.size();
      long used = used(from, size);
      int header = (int) Math.min(SEGMENT_HEADER, used);
      byte[] head = read(from, 0, header);
      long end = header + (used - header) / SlotColumns.SLOT * SlotColumns.SLOT;
      write(new Packed(SegmentBlock.plain(SegmentBlock.Form.HEAD, head, 0), header));
      int most = FIRST_BLOCK;
      for (long at = header; at < end; most = Math.min(SegmentBlock.MOST_BYTES, 2 * most)) {
        long where = at;
        int bytes = (int) Math.min(most, end - at);
        work.add(() -> packed(read(from, where, bytes), where, coders));
        at += bytes;
      }
      work.finish();
      write(new Packed(SegmentBlock.plain(SegmentBlock.Form.END, head, end), size - end));
    }
  }

  private static Packed packed(byte[] slots, long where, Coders coders) {
    SegmentBlock.Coder coder = coders.take();
    try {
      return new Packed(coder.pack(slots, slots.length / SlotColumns.SLOT, where), slots.length);
    } finally {
      coders.give(coder);
    }
  }

  private static byte[] read(FileChannel from, long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && from.read(buffer, at + buffer.position()) > 0) {
      continue;
    }
    return buffer.array();
  }

  private void write(Packed packed) throws IOException {
    while (packed.block().hasRemaining()) {
      to.write(packed.block());
    }
    at(done + packed.bytes());
  }

  private void at(long now) {
    done = now;
    Progress.check(progress, Math.min(done, total), total);
  }

  /** Up to where the segment holds something: writers make room ahead, and a run may go on. */
  private long used(FileChannel channel, long size) throws IOException {
    for (long end = size; end > 0; ) {
      long from = Math.max(0, (end - 1) / LOOK * LOOK);
      ByteBuffer buffer = ByteBuffer.wrap(look, 0, (int) (end - from));
      while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
        continue;
      }
      for (int i = buffer.position() - 1; i >= 0; i--) {
        if (look[i] != 0) {
          return Math.min(size, (from + i + GRAIN) / GRAIN * GRAIN);
        }
      }
      end = from;
    }
    return 0;
  }
}
