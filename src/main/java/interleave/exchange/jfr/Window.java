package interleave.exchange.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file in memory, which moves along. */
final class Window {
  /** So much is read at once: memory that was in use a moment ago costs least. */
  static final int USUAL = 1 << 16;

  /** A length is rounded up to so many parts of it at least, as a power of two. */
  private static final int FINE = 2;

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
    int step = Math.max(USUAL, Integer.highestOneBit(room) >> FINE);
    return room > KEPT ? room : (room + step - 1) / step * step;
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
    int read = 0;
    while (filled < room && read >= 0) {
      int next = Math.min(room - filled, USUAL); // the JDK has a buffer outside for as much
      read = file.read(ByteBuffer.wrap(target, filled, next), from + filled);
      filled += Math.max(0, read);
    }
    return filled;
  }
}
