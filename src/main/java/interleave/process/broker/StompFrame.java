package interleave.process.broker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said at a time in STOMP 1.2: a word, headers, and a body.
 *
 * @param headers by name; of several with one name the first counts
 */
public record StompFrame(String command, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = {};

  /** A frame without a body; headers are names and values in turn. */
  public static StompFrame of(String command, String... headers) {
    return of(command, NOTHING, headers);
  }

  static StompFrame of(String command, byte[] body, String... headers) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      named.put(headers[i], headers[i + 1]);
    }
    return new StompFrame(command, named, body);
  }

  StompFrame with(Map<String, String> others) {
    return new StompFrame(command, others, body);
  }

  /** The same with one header more. */
  StompFrame with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return with(more);
  }

  /** What that header says; nothing where there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** As {@link #header}, for a whole number; otherwise where it is not one. */
  long number(String name, long otherwise) {
    try {
      return Long.parseLong(header(name));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** As it travels. */
  public byte[] encode() {
    boolean plain = command.equals("CONNECT");
    StringBuilder head = new StringBuilder(command).append('\n');
    for (Map.Entry<String, String> header : headers.entrySet()) {
      escape(header.getKey(), plain, head);
      head.append(':');
      escape(header.getValue(), plain, head);
      head.append('\n');
    }
    if (body.length > 0 && !headers.containsKey("content-length")) {
      head.append("content-length:").append(body.length).append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    bytes.write(0);
    return bytes.toByteArray();
  }

  /** The first frame of a connection knows no escapes, for the sake of STOMP 1.0. */
  private static void escape(String text, boolean plain, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escaped = "\\\n\r:".indexOf(c);
      if (escaped < 0 || plain && (c == ':' || c == '\\')) {
        to.append(c);
      } else if (plain) {
        throw new IllegalArgumentException("The first frame cannot say “" + text + "”.");
      } else {
        to.append('\\').append("\\nrc".charAt(escaped));
      }
    }
  }
}
