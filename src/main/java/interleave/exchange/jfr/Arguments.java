package interleave.exchange.jfr;

import interleave.event.FilledTemplate;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a slice was told with, as its text: {@code host: localhost, bytes: 1000}. */
final class Arguments {
  private static final int FIRST = 256;

  /** What is copied by eights may write so many bytes beyond its end. */
  private static final int SLACK = 16;

  private static final int MOST_DIGITS = 20;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final String NEXT = ", ";

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final short[] PAIRS = pairs();

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
  void add(Head head, String value) {
    if (!value.isEmpty()) {
      begin(head);
      text(value);
    }
  }

  void add(Head head, long value) {
    begin(head);
    number(value);
  }

  /** What stands before a value, with room behind it so that it can be copied by eights. */
  record Head(byte[] bytes, int length) {}

  /** What stands before a value of that name. */
  static Head head(String name) {
    byte[] utf8 = (NEXT + shown(name) + ": ").getBytes(StandardCharsets.UTF_8);
    return new Head(Arrays.copyOf(utf8, utf8.length + SLACK), utf8.length);
  }

  /** Begins anew, with the id of a template whose gaps are filled by the numbers that follow. */
  void fill(int template) {
    bytes[0] = FilledTemplate.MARK;
    length = FilledTemplate.put(bytes, 1, template);
  }

  /** What goes into the next gap. */
  void fill(long number) {
    room(FilledTemplate.MOST_BYTES);
    length = FilledTemplate.put(bytes, length, number);
  }

  void filled() {
    room(1);
    bytes[length++] = FilledTemplate.MARK;
  }

  private void begin(Head head) {
    int from = length == 0 ? NEXT.length() : 0;
    int count = head.length - from;
    room(count);
    if (count <= SLACK) {
      LONGS.set(bytes, length, (long) LONGS.get(head.bytes, from));
      LONGS.set(bytes, length + Long.BYTES, (long) LONGS.get(head.bytes, from + Long.BYTES));
    } else {
      System.arraycopy(head.bytes, from, bytes, length, count);
    }
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

  static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private void number(long value) {
    if (value < 0) {
      text(Long.toString(value));
      return;
    }
    room(MOST_DIGITS);
    int digits = 1;
    for (long least = 10; digits < MOST_DIGITS - 1 && value >= least; least *= 10) {
      digits++;
    }
    int at = length + digits;
    length = at;
    long large = value;
    for (; large > Integer.MAX_VALUE; large /= 100) {
      at -= 2;
      SHORTS.set(bytes, at, PAIRS[(int) (large % 100)]);
    }
    int rest = (int) large;
    for (; rest >= 10; rest /= 100) {
      at -= 2;
      SHORTS.set(bytes, at, PAIRS[rest % 100]);
    }
    if (at > length - digits) {
      bytes[at - 1] = (byte) ('0' + rest);
    }
  }

  /** Of each number below 100 its two digits, as they stand in bytes. */
  private static short[] pairs() {
    short[] pairs = new short[100];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (short) (('0' + i / 10) | ('0' + i % 10) << Byte.SIZE);
    }
    return pairs;
  }

  private void room(int more) {
    if (length + more + SLACK > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more + SLACK));
    }
  }
}
