package interleave.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a zip archive of which all entries are stored as they are, so that a reader finds each in
 * the file itself. Entries may have any size, and are told so in their headers: who reads from the
 * beginning needs no table of contents.
 */
final class ArchiveWriter {
  static final int ENTRY = 0x0403_4B50;
  static final int DIRECTORY = 0x0201_4B50;
  static final int END = 0x0605_4B50;
  static final int LARGE_END = 0x0606_4B50;
  static final int LARGE = 1;
  static final int ENTRY_BYTES = 30;
  static final int END_BYTES = 22;
  private static final int LARGE_END_PLACE = 0x0706_4B50;
  private static final int LARGE_EXTRA = 4 + 2 * Long.BYTES;

  /** An extra field of nothing but room, as Android's tools use it. */
  private static final int ROOM = 0xD935;

  private static final short NEEDED = 45;
  private static final short UTF_8 = 0x800;
  private static final short FIRST_DAY = 0x21;

  /** Where something begins that is mapped from the file. */
  private static final int PAGE = 4096;

  private static final int BUFFER = 1 << 16;

  /** An entry that is complete. */
  record Entry(String name, long header, long offset, long length, int crc) {}

  private final FileChannel to;
  private final List<Entry> entries = new ArrayList<>();

  /** The channel is written from its position on, and read. */
  ArchiveWriter(FileChannel to) {
    this.to = to;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Writes what is to stand in an entry, from the channel's position on. */
  interface Content {
    void write(FileChannel to) throws IOException;
  }

  void entry(String name, Content content) throws IOException {
    add(name, 1, content);
  }

  /** An entry that begins with a page of the file; none where nothing is written. */
  void pageEntry(String name, Content content) throws IOException {
    add(name, PAGE, content);
  }

  private void add(String name, int grain, Content content) throws IOException {
    long header = to.position();
    byte[] letters = name.getBytes(StandardCharsets.UTF_8);
    int before = ENTRY_BYTES + letters.length + LARGE_EXTRA;
    int room = grain == 1 ? 0 : 4 + (int) Math.floorMod(-(header + before + 4), (long) grain);
    write(header(letters, room, 0, 0));
    long offset = to.position();
    content.write(to);
    long length = to.position() - offset;
    if (length == 0 && grain == PAGE) {
      to.truncate(header).position(header);
      return;
    }
    int crc = crc(to, offset, length);
    ByteBuffer again = header(letters, room, length, crc);
    while (again.hasRemaining()) {
      to.write(again, header + again.position());
    }
    entries.add(new Entry(name, header, offset, length, crc));
  }

  private static ByteBuffer header(byte[] name, int room, long length, int crc) {
    ByteBuffer header = buffer(ENTRY_BYTES + name.length + LARGE_EXTRA + room);
    header.putInt(ENTRY).putShort(NEEDED);
    common(header, crc, name.length, LARGE_EXTRA + room);
    header.put(name);
    header.putShort((short) LARGE).putShort((short) (2 * Long.BYTES));
    header.putLong(length).putLong(length);
    if (room > 0) {
      header.putShort((short) ROOM).putShort((short) (room - 4));
    }
    return header.rewind();
  }

  /**
   * What a header and a line of the table have in common: stored, and its size stands elsewhere.
   */
  private static void common(ByteBuffer to, int crc, int name, int extra) {
    to.putShort(UTF_8).putShort((short) 0).putShort((short) 0).putShort(FIRST_DAY);
    to.putInt(crc).putInt(-1).putInt(-1).putShort((short) name).putShort((short) extra);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Of so many bytes of a file. */
  static int crc(FileChannel file, long offset, long length) throws IOException {
    CRC32 crc = new CRC32();
    ByteBuffer buffer = ByteBuffer.allocateDirect((int) Math.min(BUFFER, Math.max(1, length)));
    for (long at = 0; at < length; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), length - at));
      while (buffer.hasRemaining()) {
        if (file.read(buffer, offset + at + buffer.position()) < 0) {
          throw new EOFException();
        }
      }
      crc.update(buffer.flip());
    }
    return (int) crc.getValue();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Writes the table of contents. */
  void finish() throws IOException {
    long table = to.position();
    for (Entry entry : entries) {
      byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
      int extra = LARGE_EXTRA + Long.BYTES;
      ByteBuffer line = buffer(46 + name.length + extra);
      line.putInt(DIRECTORY).putShort(NEEDED).putShort(NEEDED);
      common(line, entry.crc(), name.length, extra);
      line.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(-1);
      line.put(name).putShort((short) LARGE).putShort((short) (extra - 4));
      write(line.putLong(entry.length()).putLong(entry.length()).putLong(entry.header()).flip());
    }
    long end = to.position();
    ByteBuffer ends = buffer(56 + 20 + END_BYTES);
    ends.putInt(LARGE_END).putLong(44).putShort(NEEDED).putShort(NEEDED).putInt(0).putInt(0);
    ends.putLong(entries.size()).putLong(entries.size()).putLong(end - table).putLong(table);
    ends.putInt(LARGE_END_PLACE).putInt(0).putLong(end).putInt(1);
    ends.putInt(END).putShort((short) 0).putShort((short) 0);
    ends.putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1).putShort((short) 0);
    write(ends.flip());
  }
}
