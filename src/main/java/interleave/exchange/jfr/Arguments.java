package interleave.exchange.jfr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a slice was told with, as its text: {@code host: localhost, bytes: 1000}. */
final class Arguments {
  private static final int FIRST = 256;

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
    if (!value.isEmpty()) {
      head(name);
      text(value);
    }
  }

  void add(String name, long value) {
    head(name);
    number(value);
  }

  private void head(String name) {
    if (length > 0) {
      text(", ");
    }
    text(name);
    text(": ");
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
    byte[] utf8 = text.replaceAll("\\p{Cntrl}", " ").getBytes(StandardCharsets.UTF_8);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
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
