package interleave.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes one line out of a stream of bytes, wherever it is a whole line, and leaves every other byte
 * as it is. Every JVM prints {@code Picked up JAVA_TOOL_OPTIONS: …} where we put the tracer into
 * that variable; a program's output is to be what it is without us.
 *
 * <p>Bytes that may yet become that line are held back; {@link #flush} lets them go.
 */
public final class NoticeFilter {
  private final byte[] line;
  private final byte[] instead;

  /** How many bytes of {@code line} were matched and are held back; -1 in the midst of a line. */
  private int matched;

  /**
   * @param line without its end
   * @param instead what stands there without us, null for nothing at all
   */
  public NoticeFilter(String line, @Nullable String instead) {
    String end = System.lineSeparator();
    this.line = (line + end).getBytes(StandardCharsets.UTF_8);
    this.instead = instead == null ? new byte[0] : (instead + end).getBytes(StandardCharsets.UTF_8);
  }

  /** How large {@code out} must be for {@code length} bytes. */
  public int room(int length) {
    return length * Math.max(1, 1 + instead.length / line.length) + line.length + instead.length;
  }

  /** Passes {@code bytes[0, length)} on into {@code out}; returns how many bytes stand there. */
  public int filter(byte[] bytes, int length, byte[] out) {
    int size = 0;
    for (int i = 0; i < length; i++) {
      if (matched < 0) { // to the end of this line in one piece
        int end = i;
        while (end < length - 1 && bytes[end] != '\n') {
          end++;
        }
        System.arraycopy(bytes, i, out, size, end + 1 - i);
        size += end + 1 - i;
        matched = bytes[end] == '\n' ? 0 : -1;
        i = end;
        continue;
      }
      byte next = bytes[i];
      if (next == line[matched]) {
        matched++;
        if (matched == line.length) {
          System.arraycopy(instead, 0, out, size, instead.length);
          size += instead.length;
          matched = 0;
        }
        continue;
      }
      size += release(out, size);
      out[size++] = next;
      matched = next == '\n' ? 0 : -1;
    }
    return size;
  }

  public boolean holds() {
    return matched > 0;
  }

  /** Lets go of what is held back; returns how many bytes stand in {@code out}. */
  public int flush(byte[] out) {
    int size = release(out, 0);
    if (size > 0) {
      matched = -1;
    }
    return size;
  }

  private int release(byte[] out, int at) {
    int held = Math.max(0, matched);
    System.arraycopy(line, 0, out, at, held);
    return held;
  }

  @Override
  public String toString() {
    return "without " + new String(Arrays.copyOf(line, line.length - 1), StandardCharsets.UTF_8);
  }
}
