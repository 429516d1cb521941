package interleave.exchange.intake;

import interleave.file.ContentInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, in UTF-8, or in UTF-16 where it says so at its beginning, as what was
 * redirected in a PowerShell is. A line that is absurdly long is cut.
 */
public final class Lines {
  /** A line is not longer than that, in bytes. */
  private static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 16;

  /** Every so many lines the progress is told. */
  private static final int TOLD_EVERY = 512;

  private final ContentInput in;
  private final Intake intake;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] line = new byte[256];
  private int at;
  private int end;
  private Charset charset = StandardCharsets.UTF_8;
  private int unit = 1;
  private long number;
  private boolean unended;

  public Lines(ContentInput in, Intake intake) throws IOException {
    this.in = in;
    this.intake = intake;
    intake.at(in);
    fill();
    int mark = mark(buffer, end);
    if (mark == 2) {
      charset = charset(buffer);
      unit = 2;
    }
    at = mark;
  }

  /** The lines of a file's head; the last one may be cut, and is left away where there are more. */
  public static List<String> ofHead(byte[] head) {
    int mark = mark(head, head.length);
    Charset charset = mark == 2 ? charset(head) : StandardCharsets.UTF_8;
    List<String> lines =
        new ArrayList<>(new String(head, mark, head.length - mark, charset).lines().toList());
    lines.replaceAll(String::stripTrailing);
    return lines;
  }

  private static int mark(byte[] head, int length) {
    boolean utf8 =
        length >= 3
            && (head[0] & 0xFF) == 0xEF
            && (head[1] & 0xFF) == 0xBB
            && (head[2] & 0xFF) == 0xBF;
    boolean utf16 =
        length >= 2
            && ((head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE
                || (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF);
    return utf8 ? 3 : utf16 ? 2 : 0;
  }

  private static Charset charset(byte[] head) {
    return (head[0] & 0xFF) == 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  /** The number of the line that came last, from 1. */
  public long number() {
    return number;
  }

  /** Whether the line that came last is the last of all and has no end: it may be cut off. */
  public boolean isUnended() {
    return unended;
  }

  /**
   * The next line without its end; null where there is none.
   *
   * @throws java.util.concurrent.CancellationException when that is to end
   */
  public @Nullable String next() throws IOException {
    int length = 0;
    boolean any = false;
    while (true) {
      if (at >= end && !fill()) {
        unended |= any;
        return any ? told(length) : null;
      }
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      length = keep(from, length);
      if (at < end) {
        at++;
        if (unit == 2 && !isWhole(length)) {
          continue; // half of another letter
        }
        return told(length);
      }
    }
  }

  /** Of two bytes a letter the line feed has a zero beside it: behind it, or before. */
  private boolean isWhole(int length) throws IOException {
    boolean little = charset == StandardCharsets.UTF_16LE;
    if (little && length % 2 == 0) {
      if (at < end || fill()) {
        at++;
      }
      return true;
    }
    return !little && length % 2 == 1;
  }

  private int keep(int from, int length) {
    int more = Math.min(at - from, LONGEST - length);
    if (length + more > line.length) {
      line = java.util.Arrays.copyOf(line, Math.max(line.length * 2, length + more));
    }
    System.arraycopy(buffer, from, line, length, Math.max(0, more));
    return length + Math.max(0, more);
  }

  private String told(int length) {
    number++;
    if (number % TOLD_EVERY == 0) {
      intake.at(in);
    }
    intake.atLine(number);
    String text = new String(line, 0, unit == 2 ? length & ~1 : length, charset);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
