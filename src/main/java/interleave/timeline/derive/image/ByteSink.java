package interleave.timeline.derive.image;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Numbers in as few bytes as they need, and texts. */
final class ByteSink {
  private static final int MORE = 0x80;
  private static final int SEVEN = 7;

  private final DataOutputStream out;

  ByteSink(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /** A number; those near zero, of either sign, are short. */
  void number(long value) throws IOException {
    unsigned(value << 1 ^ value >> Long.SIZE - 1);
  }

  void unsigned(long value) throws IOException {
    long rest = value;
    while ((rest & -MORE) != 0) {
      out.write((int) (rest & MORE - 1) | MORE);
      rest >>>= SEVEN;
    }
    out.write((int) rest);
  }

  void real(double value) throws IOException {
    out.writeLong(Double.doubleToRawLongBits(value));
  }

  void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    out.write(utf8);
  }

  void flush() throws IOException {
    out.flush();
  }
}
