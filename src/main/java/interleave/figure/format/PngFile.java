package interleave.figure.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A file of the portable network graphics (ISO/IEC 15948): 8 bits a channel. The writer of {@code
 * java.desktop} would start AWT.
 */
public final class PngFile {
  static final int RED_GREEN_BLUE = 2;
  static final int WITH_ALPHA = 6;

  private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};
  private static final double METRES_AN_INCH = 0.0254;

  private final OutputStream out;

  PngFile(OutputStream out, int width, int height, int colours) throws IOException {
    this.out = out;
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk("IHDR", header.put(new byte[] {8, (byte) colours, 0, 0, 0}).array());
  }

  private PngFile(OutputStream out) {
    this.out = out;
  }

  /** Chunks alone, for a file that is put together of them. */
  static PngFile chunks(OutputStream out) {
    return new PngFile(out);
  }

  /** One image of opaque pixels, row by row. */
  public static byte[] encode(int[] pixels, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PngFile file = new PngFile(out, width, height, RED_GREEN_BLUE);
      try (PngLines lines = new PngLines(width, 3)) {
        lines.add(pixels, 0, width, height);
        file.chunk("IDAT", lines.end());
      }
      file.end();
    } catch (IOException e) {
      throw new AssertionError("memory takes all", e);
    }
    return out.toByteArray();
  }

  /** How many pixels an inch has. */
  void resolution(double perInch) throws IOException {
    int perMetre = (int) Math.round(perInch / METRES_AN_INCH);
    chunk("pHYs", ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) 1).array());
  }

  /** Something about the picture, in whatever letters. */
  void tell(String key, String text) throws IOException {
    if (text.isBlank()) {
      return;
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(key.getBytes(StandardCharsets.ISO_8859_1));
    data.writeBytes(new byte[] {0, 0, 0, 0, 0}); // not compressed, in no language
    data.writeBytes(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8));
    chunk("iTXt", data.toByteArray());
  }

  void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  void end() throws IOException {
    chunk("IEND", new byte[0]);
  }
}
