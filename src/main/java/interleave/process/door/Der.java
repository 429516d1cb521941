package interleave.process.door;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What a certificate is made of, as DER has it: a tag, a length, and the thing. */
final class Der {
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int UTC_TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int EXPLICIT = 0xa0;

  /** Years before that one are written with two digits, as the standard of certificates wants. */
  private static final int FOUR_DIGITS_FROM = 2050;

  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'");

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(SEQUENCE, joined(parts));
  }

  static byte[] set(byte[]... parts) {
    return tagged(SET, joined(parts));
  }

  /** A part that is told by its number. */
  static byte[] explicit(int number, byte[] part) {
    return tagged(EXPLICIT + number, part);
  }

  static byte[] integer(BigInteger value) {
    return tagged(INTEGER, value.toByteArray());
  }

  /** Whole bytes: none of the last one's bits is left over. */
  static byte[] bits(byte[] bytes) {
    return tagged(BIT_STRING, joined(new byte[1], bytes));
  }

  static byte[] text(String text) {
    return tagged(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant instant) {
    var moment = instant.atOffset(ZoneOffset.UTC);
    boolean late = moment.getYear() >= FOUR_DIGITS_FROM;
    String text = (late ? LONG : SHORT).format(moment);
    return tagged(late ? GENERALIZED_TIME : UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The first two numbers share a byte; of the others each byte but the last has its top bit. */
  static byte[] identifier(int first, int second, int... rest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(40 * first + second);
    for (int each : rest) {
      int groups = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(each) + 6) / 7);
      for (int group = groups - 1; group >= 0; group--) {
        bytes.write(each >>> 7 * group & 0x7f | (group > 0 ? 0x80 : 0));
      }
    }
    return tagged(OBJECT_IDENTIFIER, bytes.toByteArray());
  }

  /** A length up to 127 is a byte; a longer one says first how many bytes it has. */
  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(tag);
    if (content.length < 0x80) {
      bytes.write(content.length);
    } else {
      int count = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
      bytes.write(0x80 | count);
      for (int i = count - 1; i >= 0; i--) {
        bytes.write(content.length >>> 8 * i);
      }
    }
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
