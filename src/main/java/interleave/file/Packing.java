package interleave.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a manifest and segments into an archive. */
final class Packing {
  private static final int BLOCK = 1 << 16;

  /** A multiple of the slot's size, so that a cut never goes through a slot. */
  private static final int GRAIN = 1 << 12;

  private final ZipOutputStream zip;
  private final Progress progress;
  private final byte[] block = new byte[BLOCK];
  private long done;
  private long total;

  Packing(ZipOutputStream zip, Progress progress) {
    this.zip = zip;
    this.progress = progress;
  }

  void pack(byte[] manifest, List<Path> segments) throws IOException {
    for (Path segment : segments) {
      total += Files.size(segment);
    }
    zip.putNextEntry(new ZipEntry(InterleaveFormat.MANIFEST));
    zip.write(manifest);
    zip.closeEntry();
    for (Path segment : segments) {
      pack(segment);
    }
  }

  private void pack(Path segment) throws IOException {
    try (FileChannel channel = FileChannel.open(segment)) {
      long size = channel.size();
      long used = used(channel, size);
      zip.putNextEntry(new ZipEntry(InterleaveFormat.SEGMENTS + segment.getFileName()));
      for (long at = 0; at < used; ) {
        ByteBuffer buffer = ByteBuffer.wrap(block, 0, (int) Math.min(BLOCK, used - at));
        int length = channel.read(buffer, at);
        if (length <= 0) {
          break;
        }
        zip.write(block, 0, length);
        at += length;
        advance(length);
      }
      zip.closeEntry();
      advance(size - used);
    }
  }

  /** Up to where the segment holds something: writers make room ahead, and a run may go on. */
  private long used(FileChannel channel, long size) throws IOException {
    for (long end = size; end > 0; ) {
      long from = Math.max(0, (end - 1) / BLOCK * BLOCK);
      ByteBuffer buffer = ByteBuffer.wrap(block, 0, (int) (end - from));
      while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
        continue;
      }
      for (int i = buffer.position() - 1; i >= 0; i--) {
        if (block[i] != 0) {
          return Math.min(size, (from + i + GRAIN) / GRAIN * GRAIN);
        }
      }
      end = from;
    }
    return 0;
  }

  private void advance(long bytes) {
    done += bytes;
    if (!progress.at(done, total)) {
      throw new CancellationException("saving was cancelled");
    }
  }
}
