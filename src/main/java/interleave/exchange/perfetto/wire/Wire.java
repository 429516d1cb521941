package interleave.exchange.perfetto.wire;

import java.nio.charset.StandardCharsets;

/**
 * Reads one message of the wire format that protocol buffers have, field by field and without an
 * object for any. It looks at bytes that are another's; of a message within a message it tells
 * where that is, and {@link #into} goes in.
 */
public final class Wire {
  /** Kinds of values on the wire. */
  public static final int VARINT = 0;

  public static final int FIXED64 = 1;
  public static final int BYTES = 2;
  public static final int FIXED32 = 5;

  /** Longer names and texts are cut. */
  public static final int LONGEST = 512;

  private static final int LONGEST_VARINT = 10;

  private byte[] bytes = {};
  private int at;
  private int end;
  private int field;
  private int type;
  private long number;
  private int from;
  private int to;

  /** From here on it reads the message between those two. */
  public Wire over(byte[] message, int start, int limit) {
    bytes = message;
    at = start;
    end = limit;
    return this;
  }

  /** Has {@code other} read the message that the present field is. */
  public Wire into(Wire other) {
    if (type != BYTES) {
      throw new DamagedPacketException(at);
    }
    return other.over(bytes, from, to);
  }

  /** Goes to the next field; whether there is one. */
  public boolean next() {
    if (at >= end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    type = (int) tag & 7;
    if (field <= 0 || tag >>> 32 != 0) {
      throw new DamagedPacketException(at);
    }
    switch (type) {
      case VARINT -> number = varint();
      case FIXED64 -> number = fixed(8);
      case FIXED32 -> number = fixed(4);
      case BYTES -> {
        long length = varint();
        if (length < 0 || length > end - at) {
          throw new DamagedPacketException(at);
        }
        from = at;
        to = at + (int) length;
        at = to;
      }
      default -> throw new DamagedPacketException(at);
    }
    return true;
  }

  /** The present field's number. */
  public int field() {
    return field;
  }

  /** How its value is on the wire. */
  public int type() {
    return type;
  }

  /** Its value where it is a number; the bits of it where it is a floating one. */
  public long number() {
    if (type == BYTES) {
      throw new DamagedPacketException(at);
    }
    return number;
  }

  /** Its value as a number of 32 bits. */
  public int small() {
    return (int) number();
  }

  /** Its value, where that is a floating number of eight bytes. */
  public double real() {
    return Double.longBitsToDouble(number());
  }

  /** Where its bytes begin and end. */
  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Its value as text of at most so many bytes; what is no character is shown as such. */
  public String text(int most) {
    if (type != BYTES) {
      throw new DamagedPacketException(at);
    }
    return new String(bytes, from, Math.min(to - from, most), StandardCharsets.UTF_8);
  }

  /** All of the message as text. */
  public String all(int most) {
    return new String(bytes, at, Math.min(end - at, most), StandardCharsets.UTF_8);
  }

  /**
   * Adds the numbers of the present field, of which there may be several: one a field, or packed.
   */
  public void numbers(LongList list) {
    if (type != BYTES) {
      list.add(number);
      return;
    }
    int rest = at;
    int limit = end;
    at = from;
    end = to;
    while (at < end) {
      list.add(varint());
    }
    at = rest;
    end = limit;
  }

  /** As {@link #numbers}, where each has eight bytes. */
  public void fixedNumbers(LongList list) {
    if (type != BYTES) {
      list.add(number);
      return;
    }
    if ((to - from) % 8 != 0) {
      throw new DamagedPacketException(from);
    }
    int rest = at;
    at = from;
    while (at < to) {
      list.add(fixed(8));
    }
    at = rest;
  }

  private long varint() {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (at >= end) {
        throw new DamagedPacketException(at);
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << 7 * i;
      if (next >= 0) {
        return value;
      }
    }
    throw new DamagedPacketException(at);
  }

  private long fixed(int count) {
    if (end - at < count) {
      throw new DamagedPacketException(at);
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[at + i] & 0xFFL) << 8 * i;
    }
    at += count;
    return value;
  }
}
