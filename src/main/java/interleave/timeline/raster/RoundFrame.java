package interleave.timeline.raster;

/** The edge of a rectangle with round corners. */
final class RoundFrame {
  private static final int PIECES = 8;

  private RoundFrame() {}

  /** Adds it; {@code turn} is 1, or -1 for a hole. */
  static void add(
      Coverage coverage, double x0, double y0, double x1, double y1, double radius, int turn) {
    if (x1 <= x0 || y1 <= y0) {
      return;
    }
    double r = Math.min(radius, Math.min(x1 - x0, y1 - y0) / 2);
    double fromX = x1;
    double fromY = y0 + r;
    double firstX = fromX;
    double firstY = fromY;
    for (int corner = 0; corner < 4; corner++) {
      double cx = corner == 0 || corner == 3 ? x1 - r : x0 + r;
      double cy = corner < 2 ? y0 + r : y1 - r;
      for (int i = 0; i <= PIECES; i++) {
        double angle = Math.PI / 2 * (corner + (double) i / PIECES);
        double x = cx + r * Math.cos(angle);
        double y = cy - r * Math.sin(angle);
        edge(coverage, fromX, fromY, x, y, turn);
        fromX = x;
        fromY = y;
      }
    }
    edge(coverage, fromX, fromY, firstX, firstY, turn);
  }

  private static void edge(
      Coverage coverage, double x0, double y0, double x1, double y1, int turn) {
    if (turn > 0) {
      coverage.edge(x0, y0, x1, y1);
    } else {
      coverage.edge(x1, y1, x0, y0);
    }
  }
}
