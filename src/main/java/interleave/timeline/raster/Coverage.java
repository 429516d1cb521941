package interleave.timeline.raster;

/**
 * How much of each pixel a shape covers. Each edge adds to the cells of a row what it changes from
 * there to the right; the sum from the left is the share of a pixel. What lies over itself in the
 * same direction counts once.
 */
final class Coverage {
  private static final double LEAST = 1.0 / 512;

  private float[] cells = new float[0];
  private int[] first = new int[0];
  private int[] last = new int[0];
  private int width;
  private int top;
  private int rows;

  /** A shape whose points lie between those heights begins. */
  void begin(Surface surface, double from, double to) {
    width = surface.width;
    top = (int) Math.floor(Math.max(0, Math.min(surface.height, from)));
    rows = Math.max(0, (int) Math.ceil(Math.min(surface.height, to)) - top);
    int wanted = rows * (width + 2);
    if (cells.length < wanted) {
      cells = new float[wanted];
    }
    if (first.length < rows) {
      first = new int[rows];
      last = new int[rows];
    }
    java.util.Arrays.fill(first, 0, rows, Integer.MAX_VALUE);
    java.util.Arrays.fill(last, 0, rows, -1);
  }

  /** Four edges. */
  void quad(
      double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
    edge(x0, y0, x1, y1);
    edge(x1, y1, x2, y2);
    edge(x2, y2, x3, y3);
    edge(x3, y3, x0, y0);
  }

  /** The edges between {@code points}, x and y in turn, which are closed. */
  void polygon(double[] points, int length, double scale) {
    for (int i = 0; i < length; i += 2) {
      int next = i + 2 < length ? i + 2 : 0;
      edge(
          points[i] * scale, points[i + 1] * scale, points[next] * scale, points[next + 1] * scale);
    }
  }

  void edge(double x0, double y0, double x1, double y1) {
    if (y0 < y1) {
      down(x0, y0 - top, x1, y1 - top, 1);
    } else if (y1 < y0) {
      down(x1, y1 - top, x0, y0 - top, -1);
    }
  }

  private void down(double x0, double y0, double x1, double y1, int sign) {
    double slope = (x1 - x0) / (y1 - y0);
    double from = Math.max(0, y0);
    double x = x0 + (from - y0) * slope;
    for (int row = (int) from; row < rows && row < y1; row++) {
      double dy = Math.min(row + 1, y1) - Math.max(row, from);
      double next = x + slope * dy;
      clipped(row, Math.min(x, next), Math.max(x, next), dy * sign);
      x = next;
    }
  }

  /** What of an edge lies left of the surface covers all of the row, what lies right nothing. */
  private void clipped(int row, double a, double b, double d) {
    if (a >= 0 && b <= width) {
      cell(row, a, b, d);
      return;
    }
    double length = b - a;
    double left = length == 0 ? a < 0 ? 1 : 0 : Math.clamp(-a / length, 0, 1);
    double right = length == 0 ? a > width ? 1 : 0 : Math.clamp((b - width) / length, 0, 1);
    if (right > 0) {
      last[row] = Math.max(last[row], width - 1); // what began before goes on to there
    }
    if (left > 0) {
      cell(row, 0, 0, d * left);
    }
    if (left + right < 1) {
      cell(row, Math.max(0, a), Math.min(width, b), d * (1 - left - right));
    }
  }

  /** An edge from a to b within one row, which covers what is right of it. */
  private void cell(int row, double a, double b, double d) {
    int from = (int) a;
    int to = (int) Math.ceil(b);
    int at = row * (width + 2);
    first[row] = Math.min(first[row], from);
    last[row] = Math.max(last[row], Math.max(to, from + 1));
    if (to <= from + 1) {
      double mean = (a + b) / 2 - from;
      cells[at + from] += (float) (d * (1 - mean));
      cells[at + from + 1] += (float) (d * mean);
      return;
    }
    // Of each pixel that the edge crosses: how much lies right of it, less what lay before.
    double length = b - a;
    for (int x = from; x < to; x++) {
      double end = Math.min(b, x + 1);
      double begin = Math.max(a, x);
      double share = (end - begin) / length;
      // Right of the edge within this pixel: mean of what was crossed before and after it.
      double right = share * (x + 1 - (begin + end) / 2);
      cells[at + x] += (float) (d * right);
      cells[at + x + 1] += (float) (d * (share - right));
    }
  }

  /** Paints it, and is empty then. */
  void fill(Surface surface, int rgb, double alpha) {
    for (int row = 0; row < rows; row++) {
      int at = row * (width + 2);
      double sum = 0;
      for (int x = first[row]; x <= last[row]; x++) {
        sum += cells[at + x];
        cells[at + x] = 0;
        double share = Math.min(1, Math.abs(sum));
        if (share > LEAST) {
          surface.blend(x, top + row, rgb, share * alpha);
        }
      }
    }
  }
}
