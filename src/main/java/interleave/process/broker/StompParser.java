package interleave.process.broker;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of the bytes that arrive, in whatever pieces. No thread, no socket; what it keeps
 * has a bound, whatever is sent.
 */
public final class StompParser {
  public static final int LARGEST_BODY = 1 << 20;
  static final int LARGEST_HEAD = 16 << 10;
  static final int MOST_HEADERS = 64;

  private static final int FIRST_ROOM = 4096;

  private int largestBody = LARGEST_BODY;
  private byte[] bytes = new byte[FIRST_ROOM];
  private int begin;
  private int end;

  /** Where the head ends that was read already, 0 while it has not; and what it says. */
  private int bodyBegin;

  private @Nullable StompFrame head;

  /** So far there is no end of the body. */
  private int looked;

  /** From now on a frame may have a body of so many bytes. */
  public void limit(int bytes) {
    largestBody = bytes;
  }

  /** Takes what has arrived; {@link #next} is to be asked until it has nothing more. */
  public void feed(byte[] arrived, int count) {
    if (bytes.length - end < count) {
      int kept = end - begin;
      byte[] room = kept + count <= bytes.length / 2 ? bytes : new byte[2 * (kept + count)];
      System.arraycopy(bytes, begin, room, 0, kept);
      bytes = room;
      bodyBegin -= begin;
      looked -= begin;
      begin = 0;
      end = kept;
    }
    System.arraycopy(arrived, 0, bytes, end, count);
    end += count;
  }

  /** The next frame that has arrived whole. */
  public @Nullable StompFrame next() throws RefusedFrameException {
    StompFrame said = head;
    if (said == null) {
      skipLineEnds();
      said = head();
      head = said;
      looked = bodyBegin;
    }
    int bodyEnd = said == null ? -1 : bodyEnd(said);
    if (said == null || bodyEnd < 0) {
      return null;
    }
    byte[] body = Arrays.copyOfRange(bytes, bodyBegin, bodyEnd);
    begin = bodyEnd + 1;
    head = null;
    return new StompFrame(said.command(), said.headers(), body);
  }

  /** Between frames a line's end says that the other side is still there. */
  private void skipLineEnds() {
    while (begin < end && (bytes[begin] == '\n' || bytes[begin] == '\r')) {
      begin++;
    }
  }

  private @Nullable StompFrame head() throws RefusedFrameException {
    int lineBegin = begin;
    int most = Math.min(end, begin + LARGEST_HEAD);
    for (int i = begin; i < most; i++) {
      if (bytes[i] == 0) {
        throw new RefusedFrameException("A frame ends within its head.");
      }
      if (bytes[i] == '\n') {
        int lineEnd = i > lineBegin && bytes[i - 1] == '\r' ? i - 1 : i;
        if (lineEnd == lineBegin) {
          bodyBegin = i + 1;
          return parsed(text(begin, lineBegin));
        }
        lineBegin = i + 1;
      }
    }
    if (end - begin >= LARGEST_HEAD) {
      throw RefusedFrameException.tooLarge("The head of a frame is too large.");
    }
    return null;
  }

  private String text(int from, int to) throws RefusedFrameException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new RefusedFrameException("The head of a frame is not UTF-8.");
    }
  }

  private static StompFrame parsed(String head) throws RefusedFrameException {
    String[] lines = head.split("\r?\n", -1);
    if (lines.length - 2 > MOST_HEADERS) {
      throw RefusedFrameException.tooLarge("A frame has too many headers.");
    }
    String command = lines[0];
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length - 1; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 0) {
        throw new RefusedFrameException("A header has no colon.");
      }
      boolean plain = command.equals("CONNECTED");
      headers.putIfAbsent(
          unescaped(lines[i].substring(0, colon), plain),
          unescaped(lines[i].substring(colon + 1), plain));
    }
    return StompFrame.of(command).with(headers);
  }

  private static String unescaped(String text, boolean plain) throws RefusedFrameException {
    if (plain || text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder to = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        int escaped = ++i < text.length() ? "\\nrc".indexOf(text.charAt(i)) : -1;
        if (escaped < 0) {
          throw new RefusedFrameException("A header has an escape that is none.");
        }
        c = "\\\n\r:".charAt(escaped);
      }
      to.append(c);
    }
    return to.toString();
  }

  /** Where the NUL behind the body is, -1 while it has not arrived. */
  private int bodyEnd(StompFrame said) throws RefusedFrameException {
    if (said.headers().containsKey("content-length")) {
      long length = said.number("content-length", -1);
      if (length < 0) {
        throw new RefusedFrameException("A frame does not say how large it is.");
      }
      if (length > largestBody) {
        throw RefusedFrameException.tooLarge("A frame is too large.");
      }
      int at = bodyBegin + (int) length;
      if (at < end && bytes[at] != 0) {
        throw new RefusedFrameException("A frame does not end where it said.");
      }
      return at < end ? at : -1;
    }
    for (; looked < end; looked++) {
      if (bytes[looked] == 0) {
        return looked;
      }
      if (looked - bodyBegin >= largestBody) {
        throw RefusedFrameException.tooLarge("A frame is too large.");
      }
    }
    return -1;
  }
}
