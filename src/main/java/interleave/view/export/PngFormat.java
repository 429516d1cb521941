package interleave.view.export;

import interleave.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * Writes images as PNG (ISO/IEC 15948): 8 bits a channel, red, green, blue. JavaFX has no writer,
 * and the one of {@code java.desktop} would start AWT.
 */
final class PngFormat implements PictureFormat {
  private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};
  private static final byte SUB = 1;

  @Override
  public String suffix() {
    return ".png";
  }

  @Override
  public String title() {
    return Words.of("view/export").get("png");
  }

  @Override
  public void write(Still still, OutputStream out) throws IOException {
    Image image = still.pixels();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    out.write(encode(pixels, width, height));
  }

  static byte[] encode(int[] argb, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0}) // bits, true colour, deflate, filters, no interlace
            .array();
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", deflated(scanlines(argb, width, height)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Each line: how it is filtered, then each byte as the difference to the pixel left of it. */
  private static byte[] scanlines(int[] argb, int width, int height) {
    byte[] lines = new byte[height * (1 + 3 * width)];
    int to = 0;
    for (int y = 0; y < height; y++) {
      lines[to++] = SUB;
      int left = 0;
      for (int x = 0; x < width; x++) {
        int pixel = argb[y * width + x];
        lines[to++] = (byte) ((pixel >> 16) - (left >> 16));
        lines[to++] = (byte) ((pixel >> 8) - (left >> 8));
        lines[to++] = (byte) (pixel - left);
        left = pixel;
      }
    }
    return lines;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(6);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
