package interleave.agent.output;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one thread printed since its last line end, to one stream. */
final class LineBuffer {
  /** A line is cut here, so that a program that never ends its line does not fill our memory. */
  private static final int LONGEST = 8 << 10;

  private byte[] bytes = new byte[128];
  private int count;

  /** Whether what comes until the next line end belongs to a line whose beginning is not here. */
  private boolean broken;

  /** Adds a byte; the line without its end when it is complete. */
  @Nullable String add(byte b, Charset charset) {
    if (broken) {
      broken = b != '\n';
      return null;
    }
    if (b == '\n') {
      return take(charset);
    }
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, count * 2);
    }
    bytes[count++] = b;
    return count == LONGEST ? take(charset) : null;
  }

  /** What ended with that byte is left out. */
  void skip(byte last) {
    count = 0;
    broken = last != '\n';
  }

  boolean isEmpty() {
    return count == 0;
  }

  String take(Charset charset) {
    int end = count > 0 && bytes[count - 1] == '\r' ? count - 1 : count;
    count = 0;
    return new String(bytes, 0, end, charset);
  }
}
