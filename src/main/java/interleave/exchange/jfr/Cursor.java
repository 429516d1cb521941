package interleave.exchange.jfr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers and texts of a recording from bytes, one after the other. A number has seven bits a
 * byte, the lowest first, and the ninth byte has eight.
 */
final class Cursor {
  private static final byte NONE = 0;
  private static final byte EMPTY = 1;

  /** A text that is a constant, by its key. */
  static final byte CONSTANT = 2;

  private static final byte UTF8 = 3;
  private static final byte CHARS = 4;
  private static final byte LATIN1 = 5;

  private static final int LAST_SHIFT = 56;

  /** A number has no more bytes. */
  private static final int LONGEST = 9;

  /** From bits to bytes. */
  private static final int BYTE_SHIFT = 3;

  /** The bits that are not set in the last byte of a number. */
  private static final long LAST_OF_EACH = 0x8080_8080_8080_8080L;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  byte[] bytes = new byte[0];
  int at;

  /** What is asked for behind this is damage. */
  int end;

  void on(byte[] what, int from, int to) {
    bytes = what;
    at = from;
    end = to;
  }

  byte next() throws DamageException {
    if (at >= end) {
      throw new DamageException();
    }
    return bytes[at++];
  }

  void skip(long count) throws DamageException {
    if (count < 0 || count > end - at) {
      throw new DamageException();
    }
    at += (int) count;
  }

  long number() throws DamageException {
    int here = at;
    if (here >= end) {
      throw new DamageException();
    }
    byte first = bytes[here];
    at = here + 1;
    return first >= 0 ? first : further(first & 0x7F);
  }

  /**
   * Reads numbers into slots, where there is room enough behind them that none can reach beyond the
   * bytes.
   *
   * @param slots of each where it goes; negative where it is not kept
   * @return how many it has read: so many, or none
   */
  int numbers(int count, int[] slots, long[] into) throws DamageException {
    byte[] from = bytes;
    int here = at;
    if (from.length - here < count * LONGEST) {
      return 0;
    }
    for (int i = 0; i < count; i++) {
      long number = from[here];
      if (number >= 0) {
        here++;
      } else {
        number = (long) EIGHT.get(from, here);
        long last = ~number & LAST_OF_EACH;
        if (last == 0) {
          number = joined(number) | (long) from[here + Long.BYTES] << LAST_SHIFT;
          here += LONGEST;
        } else {
          number = joined(number & last - 1);
          here += (Long.numberOfTrailingZeros(last) >>> BYTE_SHIFT) + 1;
        }
      }
      if (slots[i] >= 0) {
        into[slots[i]] = number;
      }
    }
    if (here > end) {
      throw new DamageException();
    }
    at = here;
    return count;
  }

  /** Seven bits of each byte. */
  private static long joined(long number) {
    long twos = number & 0x007F_007F_007F_007FL | (number & 0x7F00_7F00_7F00_7F00L) >>> 1;
    long fours = twos & 0x0000_3FFF_0000_3FFFL | (twos & 0x3FFF_0000_3FFF_0000L) >>> 2;
    return fours & 0x0FFF_FFFFL | (fours & 0x0FFF_FFFF_0000_0000L) >>> 4;
  }

  private long further(long low) throws DamageException {
    if (end - at >= LONGEST) {
      return within(low);
    }
    long number = low;
    for (int shift = 7; shift < LAST_SHIFT; shift += 7) {
      byte each = next();
      number |= (each & 0x7FL) << shift;
      if (each >= 0) {
        return number;
      }
    }
    return number | (next() & 0xFFL) << LAST_SHIFT;
  }

  /** The rest of a number behind which there is more. */
  private long within(long low) {
    byte[] from = bytes;
    int here = at;
    long number = low;
    int shift = 7;
    byte each = from[here++];
    while (each < 0 && shift < LAST_SHIFT - 7) {
      number |= (each & 0x7FL) << shift;
      shift += 7;
      each = from[here++];
    }
    number |= (each & 0x7FL) << shift;
    if (each < 0) {
      number |= (from[here++] & 0xFFL) << LAST_SHIFT;
    }
    at = here;
    return number;
  }

  /** A number of things that follow, each of which takes a byte at least. */
  int count() throws DamageException {
    long count = number();
    if (count < 0 || count > end - at) {
      throw new DamageException();
    }
    return (int) count;
  }

  int four() throws DamageException {
    skip(4);
    return (bytes[at - 4] & 0xFF) << 24
        | (bytes[at - 3] & 0xFF) << 16
        | (bytes[at - 2] & 0xFF) << 8
        | bytes[at - 1] & 0xFF;
  }

  long eight() throws DamageException {
    long high = four() & 0xFFFF_FFFFL;
    return high << 32 | four() & 0xFFFF_FFFFL;
  }

  void skipText() throws DamageException {
    switch (next()) {
      case NONE, EMPTY -> {}
      case CONSTANT -> number();
      case UTF8, LATIN1 -> skip(number());
      case CHARS -> {
        for (int i = count(); i > 0; i--) {
          number();
        }
      }
      default -> throw new DamageException();
    }
  }

  /** The text that begins here, "" for none. */
  String text(Constants constants) throws DamageException {
    return switch (next()) {
      case NONE, EMPTY -> "";
      case CONSTANT -> constants.string(number());
      case UTF8 -> {
        int length = count();
        at += length;
        yield new String(bytes, at - length, length, StandardCharsets.UTF_8);
      }
      case LATIN1 -> {
        int length = count();
        at += length;
        yield new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
      }
      case CHARS -> {
        char[] chars = new char[count()];
        for (int i = 0; i < chars.length; i++) {
          chars[i] = (char) number();
        }
        yield new String(chars);
      }
      default -> throw new DamageException();
    };
  }

  /** Where constants of texts are, for a text outside of any chunk. */
  interface Constants {
    Constants NONE = _ -> "";

    String string(long key) throws DamageException;
  }
}
