package interleave.exchange.export.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Numbers of as many bytes as they need, seven bits in each, the lowest first. */
final class Packed {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Those that are never less than 0. */
  void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Those that may be: 0, -1, 1, -2 … */
  void signed(long value) {
    number(value << 1 ^ value >> 63);
  }

  void text(String text) {
    byte[] utf = text.getBytes(StandardCharsets.UTF_8);
    number(utf.length);
    bytes.writeBytes(utf);
  }

  void append(Packed other) {
    bytes.writeBytes(other.bytes.toByteArray());
  }

  /** Column by column, times by how far they lie from the one before. */
  void things(PageThings things) {
    for (int column = 0; column < things.width; column++) {
      long before = 0;
      for (int i = 0; i < things.size(); i++) {
        long now = things.cell(i, column);
        if (column == 0) {
          signed(now - before);
          before = now;
        } else {
          number(now);
        }
      }
    }
  }

  /** Deflated, without a header, as letters that no markup is made of. */
  String letters() throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(small, deflater)) {
      bytes.writeTo(out);
    } finally {
      deflater.end();
    }
    return Base64.getEncoder().encodeToString(small.toByteArray());
  }
}
