package interleave.exchange.jfr;

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
