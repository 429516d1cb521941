package interleave.agent.process;

import interleave.event.NoticeFilter;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a child process prints, without the line by which every JVM says that it was handed the
 * tracer. A program that reads its children's output reads what it did without us.
 */
final class PipeWithoutNotice extends InputStream {
  private static final String VARIABLE = "JAVA_TOOL_OPTIONS";
  private static final String NOTICE = "Picked up " + VARIABLE + ": ";
  private static final int CHUNK = 8192;

  /** So long the beginning of what may become the notice is held back at most. */
  private static final int LONGEST_HOLD_MS = 50;

  private final InputStream original;
  private final NoticeFilter filter;
  private final byte[] in = new byte[CHUNK];
  private final byte[] out;
  private int from;
  private int to;

  private PipeWithoutNotice(InputStream original, NoticeFilter filter) {
    this.original = original;
    this.filter = filter;
    this.out = new byte[2 * filter.room(CHUNK)];
  }

  /** That stream without the notice; itself where there is none to expect. */
  static InputStream of(InputStream original) {
    NoticeFilter filter = filter(System.getenv(VARIABLE));
    return filter == null ? original : new PipeWithoutNotice(original, filter);
  }

  /** Takes out the notice of {@code options}; what stands in them beside the tracer stays told. */
  static @Nullable NoticeFilter filter(@Nullable String options) {
    if (options == null || !options.contains("-javaagent:")) {
      return null;
    }
    char first = options.charAt(0);
    int end = first == '"' || first == '\'' ? options.indexOf(first, 1) + 1 : options.indexOf(' ');
    String before = end <= 0 ? "" : options.substring(end).strip();
    return new NoticeFilter(
        NOTICE.concat(options), before.isEmpty() ? null : NOTICE.concat(before));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int at, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (from == to) {
      if (!fill()) {
        return -1;
      }
    }
    int length = Math.min(count, to - from);
    System.arraycopy(out, from, bytes, at, length);
    from += length;
    return length;
  }

  /** Returns whether the stream goes on. */
  private boolean fill() throws IOException {
    int length = original.read(in, 0, in.length);
    from = 0;
    if (length < 0) {
      to = filter.flush(out);
      return to > 0;
    }
    to = filter.filter(in, length, out);
    if (to == 0 && filter.holds() && !moreComesSoon()) {
      to = filter.flush(out);
    }
    return true;
  }

  private boolean moreComesSoon() throws IOException {
    for (int i = 0; i < LONGEST_HOLD_MS; i++) {
      if (original.available() > 0) {
        return true;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return false;
  }

  /** Says only what can be read without waiting for more. */
  @Override
  public int available() throws IOException {
    while (from == to && original.available() > 0) {
      if (!fill()) {
        return 0;
      }
    }
    return to - from;
  }

  @Override
  public void close() throws IOException {
    original.close();
  }
}
