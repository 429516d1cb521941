package interleave.exchange.jfr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a slice was told with, as its text: {@code host: localhost, bytes: 1000}. */
final class Arguments {
  private static final int FIRST = 256;
  private static final String NEXT = ", ";

  private byte[] bytes = new byte[FIRST];
  private int length;

  void clear() {
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** One more, where it has a value. */
  void add(String name, String value) {
    add(head(name), value);
  }

  void add(String name, long value) {
    add(head(name), value);
  }

  /** As the other, with what stands before the value as {@link #head} makes it. */
  void add(byte[] head, String value) {
    if (!value.isEmpty()) {
      begin(head);
      text(value);
    }
  }

  void add(byte[] head, long value) {
    begin(head);
    number(value);
  }

  /** What stands before a value of that name. */
  static byte[] head(String name) {
    return (NEXT + shown(name) + ": ").getBytes(StandardCharsets.UTF_8);
  }

  private void begin(byte[] head) {
    int from = length == 0 ? NEXT.length() : 0;
    int count = head.length - from;
    room(count);
    System.arraycopy(head, from, bytes, length, count);
    length += count;
  }

  private void text(String text) {
    int count = text.length();
    room(count);
    int at = length;
    for (int i = 0; i < count; i++) {
      char each = text.charAt(i);
      if (each >= 0x80) {
        encoded(text);
        return;
      }
      bytes[at + i] = (byte) (each < ' ' ? ' ' : each);
    }
    length = at + count;
  }

  private void encoded(String text) {
    byte[] utf8 = shown(text).getBytes(StandardCharsets.UTF_8);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
  }

  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private void number(long value) {
    if (value < 0) {
      text(Long.toString(value));
      return;
    }
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    room(digits);
    long rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
