package interleave.exchange.perfetto.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The packets of a file, one after the other: a file is one message that has nothing but packets.
 * What is in memory is the largest of them.
 */
public final class PacketFile {
  /** The tag of a packet within the file. */
  public static final int TAG = 1 << 3 | Wire.BYTES;

  /** No tool writes such packets: a file that claims one is damaged. */
  public static final int LARGEST_PACKET = 64 << 20;

  private static final int FIRST_SIZE = 1 << 20;
  private static final int LONGEST_HEAD = 11;

  /** Hears of each packet. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param offset of the packet within the file
     * @return whether to go on
     */
    boolean packet(byte[] bytes, int from, int to, long offset) throws IOException;
  }

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int at;
  private int filled;
  private long before;
  private boolean ended;

  public PacketFile(InputStream in) {
    this.in = in;
  }

  /** How many bytes were read so far. */
  public long position() {
    return before + at;
  }

  /**
   * Reads all of it.
   *
   * @return where the file is damaged or was cut off, -1 when it is whole
   */
  public long read(Reader reader) throws IOException {
    while (true) {
      fill(LONGEST_HEAD);
      long began = position();
      if (at == filled) {
        return -1;
      }
      int length = head();
      if (length < 0 || !fill(length)) {
        return began;
      }
      int from = at;
      at += length;
      if (!reader.packet(buffer, from, at, began)) {
        return -1;
      }
    }
  }

  /** Goes over the tag and the length of a packet, and tells the length; -1 where there is none. */
  private int head() {
    if (buffer[at++] != TAG) {
      return -1;
    }
    long length = 0;
    for (int shift = 0; shift < 35 && at < filled; shift += 7) {
      byte next = buffer[at++];
      length |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return length > LARGEST_PACKET ? -1 : (int) length;
      }
    }
    return -1;
  }

  /** Sees to it that so many bytes lie ahead; whether there are so many. */
  private boolean fill(int count) throws IOException {
    if (filled - at >= count) {
      return true;
    }
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, filled - at);
      before += at;
      filled -= at;
      at = 0;
    }
    while (filled < count && !ended) {
      if (filled == buffer.length) { // grows with what is there, not with what a length claims
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      int more = in.read(buffer, filled, buffer.length - filled);
      ended = more < 0;
      filled += Math.max(more, 0);
    }
    return filled - at >= count;
  }
}
