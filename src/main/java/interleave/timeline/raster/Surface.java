package interleave.timeline.raster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opaque pixels, row by row from the top left, as 0xFFRRGGBB. */
public final class Surface {
  private static final int OPAQUE = 0xFF000000;
  private static final int ALL = 256;
  private static final int SAMPLES = 4;

  /** Up to this width a row is told once for all. */
  private static final double NARROW = 6;

  private static final double NONE = 1.0 / 512;

  final int width;
  final int height;
  private final int[] pixels;
  private @Nullable Stencil stencil;

  /** How much of each column of what is narrow is covered, of 256. */
  private final int[] shares = new int[(int) NARROW + 2];

  /**
   * @param pixels at least as many as width times height
   */
  public Surface(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** Fills [x0, x1) × [y0, y1); pixels that it covers in part take on a part of the colour. */
  void rect(double x0, double y0, double x1, double y1, int rgb, double alpha) {
    double top = Math.max(0, y0);
    double bottom = Math.min(height, y1);
    int y = (int) top;
    if (stencil == null && x1 - x0 < NARROW && x1 > 0 && x0 < width) {
      y = narrow(Math.max(0, x0), top, Math.min(width, x1), bottom, rgb, alpha);
    }
    for (; y < bottom; y++) {
      double part = Math.min(y + 1, bottom) - Math.max(y, top);
      row(y, x0, x1, rgb, alpha * part);
    }
  }

  /** Whole rows of what is narrow, which are all alike; the row after the last of them. */
  private int narrow(double x0, double top, double x1, double bottom, int rgb, double alpha) {
    int first = (int) Math.ceil(top);
    int last = (int) bottom;
    if (first > top && last > first) {
      row(first - 1, x0, x1, rgb, alpha * (first - top));
    } else if (first > top) {
      return first - 1;
    }
    int left = (int) x0;
    int count = 0;
    for (int x = left; x < x1; x++) {
      double part = Math.min(x + 1, x1) - Math.max(x, x0);
      shares[count++] = (int) (part * alpha * ALL + 0.5);
    }
    for (int y = first; y < last; y++) {
      int at = y * width + left;
      for (int i = 0; i < count; i++) {
        int share = shares[i];
        pixels[at + i] = share >= ALL ? OPAQUE | rgb : mixed(pixels[at + i], rgb, share);
      }
    }
    return Math.max(first, last);
  }

  /** A part of one row of pixels. */
  private void row(int y, double x0, double x1, int rgb, double alpha) {
    double from = Math.max(0, x0);
    double to = Math.min(width, x1);
    if (to <= from) {
      return;
    }
    int first = (int) from;
    int last = (int) to;
    if (first == last) {
      blend(first, y, rgb, alpha * (to - from));
      return;
    }
    int whole = first;
    if (from > first) {
      blend(first, y, rgb, alpha * (first + 1 - from));
      whole++;
    }
    run(whole, last, y, rgb, alpha);
    if (to > last) {
      blend(last, y, rgb, alpha * (to - last));
    }
  }

  private void run(int from, int to, int y, int rgb, double alpha) {
    Stencil once = stencil;
    if (once != null) {
      for (int x = from; x < to; x++) {
        once.add(x, y, alpha);
      }
      return;
    }
    int at = y * width;
    if (alpha > 1 - NONE) {
      Arrays.fill(pixels, at + from, at + to, OPAQUE | rgb);
      return;
    }
    int share = (int) (alpha * ALL + 0.5);
    for (int i = at + from; i < at + to; i++) {
      pixels[i] = mixed(pixels[i], rgb, share);
    }
  }

  /** A rectangle with round corners. */
  void round(double x0, double y0, double x1, double y1, double radius, int rgb, double alpha) {
    if (x1 <= 0 || x0 >= width || y1 <= 0 || y0 >= height) {
      return;
    }
    double r = Math.min(radius, Math.min(x1 - x0, y1 - y0) / 2);
    if (r < 0.25) {
      rect(x0, y0, x1, y1, rgb, alpha);
      return;
    }
    double[] left = new double[(int) r + 3];
    double[] right = new double[left.length];
    double top = Math.max(0, y0);
    double bottom = Math.min(height, y1);
    for (int y = (int) top; y < bottom; y++) {
      double part = Math.min(y + 1, bottom) - Math.max(y, top);
      if (y >= y0 + r && y + 1 <= y1 - r) {
        row(y, x0, x1, rgb, alpha * part);
      } else {
        corners(y, x0, y0, x1, y1, r, left, right, rgb, alpha * part);
      }
    }
  }

  /** A row of pixels in which corners begin or end. */
  private void corners(
      int y,
      double x0,
      double y0,
      double x1,
      double y1,
      double r,
      double[] left,
      double[] right,
      int rgb,
      double alpha) {
    Arrays.fill(left, 0);
    Arrays.fill(right, 0);
    int firstLeft = (int) Math.floor(x0);
    int lastRight = (int) Math.ceil(x1) - 1;
    int innerLeft = firstLeft + left.length;
    int innerRight = lastRight + 1 - right.length;
    double from = Math.max(y, y0);
    double to = Math.min(y + 1, y1);
    boolean narrow = innerLeft > innerRight;
    int middle = narrow ? (firstLeft + lastRight + 1) / 2 : 0;
    int endLeft = narrow ? middle : innerLeft;
    int beginRight = narrow ? middle : innerRight;
    for (int sample = 0; sample < SAMPLES; sample++) {
      double inset = inset(from + (sample + 0.5) / SAMPLES * (to - from), y0, y1, r);
      for (int x = firstLeft; x < endLeft; x++) {
        left[x - firstLeft] += covered(x, x0 + inset, x1 - inset) / SAMPLES;
      }
      for (int x = beginRight; x <= lastRight; x++) {
        right[lastRight - x] += covered(x, x0 + inset, x1 - inset) / SAMPLES;
      }
    }
    for (int x = firstLeft; x < endLeft; x++) {
      blend(x, y, rgb, alpha * left[x - firstLeft]);
    }
    if (!narrow) {
      row(y, innerLeft, innerRight, rgb, alpha);
    }
    for (int x = beginRight; x <= lastRight; x++) {
      blend(x, y, rgb, alpha * right[lastRight - x]);
    }
  }

  private static double covered(int x, double from, double to) {
    return Math.max(0, Math.min(x + 1, to) - Math.max(x, from));
  }

  /** How far the edge is from the side at that height. */
  private static double inset(double y, double y0, double y1, double r) {
    double beyond = Math.max(0, Math.max(y0 + r - y, y - (y1 - r)));
    return r - Math.sqrt(Math.max(0, r * r - beyond * beyond));
  }

  /** From here on what lies over itself is painted once, by {@link #painted}. */
  void once(Stencil empty) {
    stencil = empty;
  }

  /** Paints what has come together since. */
  void painted(int rgb) {
    Stencil whole = stencil;
    stencil = null;
    if (whole != null) {
      whole.paint(this, rgb);
    }
  }

  /** Takes on a part of the colour. */
  void blend(int x, int y, int rgb, double share) {
    Stencil once = stencil;
    if (once != null) {
      once.add(x, y, share);
    } else if (share > NONE && x >= 0 && x < width && y >= 0 && y < height) {
      int at = y * width + x;
      pixels[at] = mixed(pixels[at], rgb, Math.min(ALL, (int) (share * ALL + 0.5)));
    }
  }

  /** One row of a letter, whose shares are bytes. */
  void letters(int x, int y, byte[] shares, int from, int count, int rgb) {
    if (y < 0 || y >= height) {
      return;
    }
    int at = y * width + x;
    int end = Math.min(count, width - x);
    for (int i = Math.max(0, -x); i < end; i++) {
      int share = shares[from + i] & 0xFF;
      if (share > 0) {
        pixels[at + i] = mixed(pixels[at + i], rgb, share + (share >> 7));
      }
    }
  }

  /** Pixels of one row from a repeating row of colours: {@code step} of them a pixel. */
  void repeat(int from, int to, int y, int[] colours, int first, int step) {
    int end = Math.min(width, to);
    int at = first;
    for (int x = from; x < end; x++) {
      if (x >= 0) {
        pixels[y * width + x] = colours[at];
      }
      at += step;
      if (at >= colours.length) {
        at -= colours.length;
      }
    }
  }

  /** {@code share} of 256 parts of {@code over}, the rest of what was there. */
  static int mixed(int under, int over, int share) {
    int rest = ALL - share;
    int redBlue = (under & 0xFF00FF) * rest + (over & 0xFF00FF) * share + 0x800080 >>> 8;
    int green = (under & 0xFF00) * rest + (over & 0xFF00) * share + 0x8000 >>> 8;
    return OPAQUE | redBlue & 0xFF00FF | green & 0xFF00;
  }
}
