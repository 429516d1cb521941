package interleave.figure.format;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Rows of pixels as PNG packs them: each byte as the difference to the pixel left of it, or to that
 * above it, whichever leaves less, and all of that deflated.
 */
final class PngLines implements AutoCloseable {
  private static final int NONE = 0;
  private static final int LEFT = 1;
  private static final int ABOVE = 2;
  private static final int LEVEL = 9;

  private final Deflater deflater = new Deflater(LEVEL);
  private final int channels;
  private final byte[][] filtered;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[64 * 1024];
  private byte[] above;
  private byte[] line;

  /**
   * @param channels 3, or 4 with alpha as the last
   */
  PngLines(int width, int channels) {
    this.channels = channels;
    above = new byte[width * channels];
    line = new byte[width * channels];
    filtered = new byte[3][1 + width * channels];
  }

  /** So many rows from that pixel on, which are {@code stride} apart. */
  void add(int[] pixels, int from, int stride, int rows) {
    for (int row = 0; row < rows; row++) {
      read(pixels, from + row * stride);
      deflater.setInput(best());
      drain();
      byte[] now = line;
      line = above;
      above = now;
    }
  }

  private void drain() {
    while (!deflater.needsInput()) {
      int length = deflater.deflate(buffer);
      if (length == 0) {
        return;
      }
      packed.write(buffer, 0, length);
    }
  }

  private void read(int[] pixels, int from) {
    int to = 0;
    for (int x = 0; to < line.length; x++) {
      int pixel = pixels[from + x];
      line[to++] = (byte) (pixel >> 16);
      line[to++] = (byte) (pixel >> 8);
      line[to++] = (byte) pixel;
      if (channels == 4) {
        line[to++] = (byte) (pixel >>> 24);
      }
    }
  }

  private byte[] best() {
    long[] sums = new long[3];
    for (int i = 0; i < line.length; i++) {
      int left = i < channels ? 0 : line[i - channels];
      filtered[NONE][1 + i] = line[i];
      filtered[LEFT][1 + i] = (byte) (line[i] - left);
      filtered[ABOVE][1 + i] = (byte) (line[i] - above[i]);
      for (int kind = 0; kind < 3; kind++) {
        sums[kind] += Math.abs(filtered[kind][1 + i]);
      }
    }
    int best = sums[ABOVE] <= sums[LEFT] ? ABOVE : LEFT;
    best = sums[NONE] < sums[best] ? NONE : best;
    filtered[best][0] = (byte) best;
    return filtered[best];
  }

  /** What has been packed since the last time. */
  byte[] taken() {
    byte[] bytes = packed.toByteArray();
    packed.reset();
    return bytes;
  }

  /** The rest. */
  byte[] end() {
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    return taken();
  }

  @Override
  public void close() {
    deflater.end();
  }
}
