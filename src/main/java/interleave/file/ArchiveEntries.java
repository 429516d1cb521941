package interleave.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of an archive that {@link ArchiveWriter} wrote, from its beginning on, however much
 * of it there is: where a header is damaged the next one is looked for, and the last entry may be
 * cut. Trusts nothing that it reads.
 */
final class ArchiveEntries {
  private static final int MOST_HEADER = 1 << 16;
  private static final int MOST_NAME = 200;

  private final FileChannel file;
  private final long size;
  private final int most;
  private final List<ArchiveWriter.Entry> entries = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(MOST_HEADER).order(ByteOrder.LITTLE_ENDIAN);
  private boolean many;
  private boolean whole;
  private boolean damaged;

  /**
   * Looks at all of them.
   *
   * @param most more entries are not looked at
   */
  ArchiveEntries(FileChannel file, int most) throws IOException {
    this.file = file;
    this.most = most;
    size = file.size();
    walk();
  }

  /** Whether a file that begins so has all its entries stored as they are. */
  static boolean begins(ByteBuffer head) {
    ByteBuffer first = head.slice().order(ByteOrder.LITTLE_ENDIAN);
    return first.remaining() >= ArchiveWriter.ENTRY_BYTES
        && first.getInt(0) == ArchiveWriter.ENTRY
        && first.getShort(8) == 0
        && (first.getShort(6) & ~0x800) == 0;
  }

  List<ArchiveWriter.Entry> entries() {
    return List.copyOf(entries);
  }

  /** Whether there are more than were to be looked at. */
  boolean isTooMany() {
    return many;
  }

  /** Whether the file ends as it should. */
  boolean isWhole() {
    return whole;
  }

  /** Whether something between entries is not what it should be. */
  boolean isDamaged() {
    return damaged;
  }

  private void walk() throws IOException {
    for (long at = 0; at < size; ) {
      fill(at, MOST_NAME + 4 * ArchiveWriter.ENTRY_BYTES);
      int magic = buffer.remaining() < 4 ? 0 : buffer.getInt(0);
      if (magic == ArchiveWriter.DIRECTORY || magic == ArchiveWriter.LARGE_END) {
        whole = endsWell();
        return;
      }
      if (entries.size() >= most) {
        many = true;
        return;
      }
      long next = begins(buffer) ? entry(at) : -1;
      damaged |= next < 0 && buffer.remaining() > ArchiveWriter.ENTRY_BYTES;
      at = next < 0 ? nextHeader(at + 1) : next;
    }
  }

  /** Takes the entry whose header is in the buffer; returns where it ends, negative for none. */
  private long entry(long at) throws IOException {
    int name = Short.toUnsignedInt(buffer.getShort(26));
    int extra = Short.toUnsignedInt(buffer.getShort(28));
    if (name > MOST_NAME) {
      return -1;
    }
    int header = ArchiveWriter.ENTRY_BYTES + name;
    byte[] letters = new byte[name];
    if (buffer.remaining() < header + 4 + 2 * Long.BYTES) {
      return -1;
    }
    buffer.get(ArchiveWriter.ENTRY_BYTES, letters);
    boolean large =
        buffer.getShort(header) == ArchiveWriter.LARGE
            && buffer.getShort(header + 2) == 2 * Long.BYTES;
    long length = large ? buffer.getLong(header + 4) : -1;
    long offset = at + header + extra;
    if (length < 0 || length != buffer.getLong(header + 12) || offset > size) {
      return -1;
    }
    long there = Math.min(length, size - offset);
    String text = new String(letters, StandardCharsets.UTF_8);
    entries.add(new ArchiveWriter.Entry(text, at, offset, there, buffer.getInt(14)));
    return there < length ? size : offset + length;
  }

  /** Where the next header may be, or the file's end. */
  private long nextHeader(long from) throws IOException {
    for (long at = from; at < size; at += MOST_HEADER - 3) {
      fill(at, MOST_HEADER);
      for (int i = 0; i + 4 <= buffer.remaining(); i++) {
        int magic = buffer.getInt(i);
        if (magic == ArchiveWriter.ENTRY || magic == ArchiveWriter.DIRECTORY) {
          return at + i;
        }
      }
    }
    return size;
  }

  /** The table of contents is there to its end, and has as many lines as entries were found. */
  private boolean endsWell() throws IOException {
    int bytes = 56 + 20 + ArchiveWriter.END_BYTES;
    if (size < bytes) {
      return false;
    }
    fill(size - bytes, bytes);
    return buffer.getInt(0) == ArchiveWriter.LARGE_END
        && buffer.getInt(bytes - ArchiveWriter.END_BYTES) == ArchiveWriter.END
        && buffer.getLong(24) == entries.size();
  }

  private void fill(long at, int bytes) throws IOException {
    buffer.clear().limit((int) Math.min(bytes, size - at));
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) > 0) {
      continue;
    }
    buffer.flip();
  }
}
