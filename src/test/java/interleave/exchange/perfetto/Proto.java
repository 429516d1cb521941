package interleave.exchange.perfetto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one message of the wire format, field by field: what the reader is tried with. */
final class Proto {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Proto number(int field, long value) {
    varint((long) field << 3);
    return varint(value);
  }

  Proto fixed(int field, long value) {
    varint((long) field << 3 | 1);
    for (int i = 0; i < 8; i++) {
      out.write((int) (value >>> 8 * i));
    }
    return this;
  }

  Proto real(int field, double value) {
    return fixed(field, Double.doubleToRawLongBits(value));
  }

  Proto text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Proto message(int field, Proto value) {
    return bytes(field, value.bytes());
  }

  Proto bytes(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  Proto packed(int field, long... values) {
    Proto all = new Proto();
    for (long each : values) {
      all.varint(each);
    }
    return bytes(field, all.bytes());
  }

  private Proto varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
