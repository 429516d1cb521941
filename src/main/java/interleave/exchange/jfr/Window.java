package interleave.exchange.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file in memory, which moves along. */
final class Window {
  private static final int USUAL = 1 << 20;

  /**
   * The JDK's chunks have 12 MB, unless it is told otherwise; longer ones are never there whole.
   */
  static final int KEPT = 1 << 25;

  /** No event, constants not counted, comes near to that. */
  static final int MOST = 1 << 28;

  private final FileChannel file;
  private byte[] kept = new byte[0];
  private long from;
  private int filled;

  Window(FileChannel file) {
    this.file = file;
  }

  long length() throws IOException {
    return file.size();
  }

  /** What is in it; another after it moved. */
  byte[] bytes() {
    return kept;
  }

  /** Where in {@link #bytes} that position is, which is in the window. */
  int offset(long position) {
    return (int) (position - from);
  }

  /** As much as others of about that length need, too. */
  private static int rounded(int room) {
    return room > KEPT ? room : (room / USUAL + 1) * USUAL;
  }

  /** Reads all from one place to another at once, where that is not too much. */
  void keep(long position, long to) throws IOException {
    if (to - position <= KEPT) {
      want(position, (int) (to - position));
    }
  }

  /** The position in the file that is at that offset. */
  long position(int offset) {
    return from + offset;
  }

  /** How many bytes from that position on are in the window. */
  int have(long position) {
    return position < from || position > from + filled ? 0 : (int) (from + filled - position);
  }

  /**
   * Moves on, so that there are so many bytes from that position on, or all that the file has.
   *
   * @return how many there are
   */
  int want(long position, int count) throws IOException {
    int there = have(position);
    if (there >= count) {
      return there;
    }
    byte[] to = kept;
    int room = Math.max(count, USUAL);
    byte[] target = room > to.length ? new byte[rounded(room)] : to;
    System.arraycopy(to, there == 0 ? 0 : offset(position), target, 0, there);
    kept = target;
    from = position;
    filled = there;
    ByteBuffer rest = ByteBuffer.wrap(target, there, Math.max(room, there) - there);
    while (rest.hasRemaining()) {
      int read = file.read(rest, from + filled);
      if (read < 0) {
        break;
      }
      filled += read;
    }
    return filled;
  }
}
