package interleave.exchange.perfetto.wire;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a packet of packed packets holds. One is in memory at a time. */
public final class Unpacked implements AutoCloseable {
  /** The tools pack half a megabyte at once. */
  public static final int MOST = 64 << 20;

  private final Inflater inflater = new Inflater();
  private byte[] bytes = new byte[1 << 16];
  private int size;

  /**
   * Unpacks what lies there.
   *
   * @return whether it could be
   */
  public boolean unpack(byte[] packed, int from, int to) {
    inflater.reset();
    inflater.setInput(packed, from, to - from);
    size = 0;
    try {
      while (!inflater.finished()) {
        if (size == bytes.length) {
          if (size >= MOST) {
            return false;
          }
          bytes = Arrays.copyOf(bytes, size * 2);
        }
        int more = inflater.inflate(bytes, size, bytes.length - size);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return false;
        }
        size += more;
      }
      return true;
    } catch (DataFormatException _) {
      return false;
    }
  }

  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return size;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
