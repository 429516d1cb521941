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

  /** Adds a byte; the line without its end when it is complete. */
  @Nullable String add(byte b, Charset charset) {
    if (b == '\n') {
      return take(charset);
    }
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, count * 2);
    }
    bytes[count++] = b;
    return count == LONGEST ? take(charset) : null;
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
