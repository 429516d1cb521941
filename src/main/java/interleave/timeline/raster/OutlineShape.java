package interleave.timeline.raster;

import java.util.Arrays;
import java.util.List;

/** How much of each pixel lies within outlines. */
public final class OutlineShape {
  private static final int WHITE = 0xFFFFFF;

  private OutlineShape() {}

  /**
   * The letter that those contours are, each x and y in turn and closed, in pixels from where it
   * stands; what turns the other way is a hole.
   */
  public static Letters.Shape of(List<double[]> contours) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] points : contours) {
      for (int i = 0; i < points.length; i += 2) {
        left = Math.min(left, points[i]);
        right = Math.max(right, points[i]);
        top = Math.min(top, points[i + 1]);
        bottom = Math.max(bottom, points[i + 1]);
      }
    }
    if (right < left) {
      return new Letters.Shape(0, 0, 0, 0, new byte[0]);
    }
    int x = (int) Math.floor(left);
    int y = (int) Math.floor(top);
    int width = (int) Math.ceil(right) - x + 1;
    int height = (int) Math.ceil(bottom) - y + 1;
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0xFF000000);
    Surface surface = new Surface(width, height, pixels);
    Coverage coverage = new Coverage();
    coverage.begin(surface, 0, height);
    for (double[] points : contours) {
      double[] moved = points.clone();
      for (int i = 0; i < moved.length; i += 2) {
        moved[i] -= x;
        moved[i + 1] -= y;
      }
      coverage.polygon(moved, moved.length, 1);
    }
    coverage.fill(surface, WHITE, 1);
    byte[] shares = new byte[pixels.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (byte) pixels[i];
    }
    return new Letters.Shape(x, y, width, height, shares);
  }
}
