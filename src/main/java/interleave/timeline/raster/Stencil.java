package interleave.timeline.raster;

import java.util.Arrays;

/**
 * The most that any part of a line covers of each pixel: where it meets itself it gets no darker.
 */
final class Stencil {
  private byte[] shares = new byte[0];
  private int left;
  private int top;
  private int width;
  private int height;

  /** Empty, with room between those edges, as far as they lie on the surface. */
  void clear(Surface surface, double x0, double y0, double x1, double y1) {
    left = (int) Math.max(0, Math.min(surface.width, Math.floor(x0)));
    top = (int) Math.max(0, Math.min(surface.height, Math.floor(y0)));
    width = (int) Math.max(0, Math.min(surface.width, Math.ceil(x1)) - left);
    height = (int) Math.max(0, Math.min(surface.height, Math.ceil(y1)) - top);
    if (shares.length < width * height) {
      shares = new byte[width * height];
    } else {
      Arrays.fill(shares, 0, width * height, (byte) 0);
    }
  }

  void add(int x, int y, double share) {
    if (x >= left && x < left + width && y >= top && y < top + height) {
      int at = (y - top) * width + x - left;
      int wanted = (int) (Math.min(1, share) * 255 + 0.5);
      if (wanted > (shares[at] & 0xFF)) {
        shares[at] = (byte) wanted;
      }
    }
  }

  void paint(Surface surface, int rgb) {
    for (int row = 0; row < height; row++) {
      surface.letters(left, top + row, shares, row * width, width, rgb);
    }
  }
}
