package interleave.timeline.raster;

/**
 * One straight line. Most are upright or nearly so, or level, and run over hundreds of pixels:
 * those are painted row by row, or column by column, from where they are in the middle of it.
 */
final class ThinLine {
  /** Two looks at a row are enough up to this slope. */
  private static final double STEEP = 0.6;

  /** How far its ends may lean within a pixel: they are cut along the pixels. */
  private static final double LEAN = 0.5;

  private static final double LOOK = 0.25;

  /** One look is enough where the line hardly moves within a row. */
  private static final double LEVEL = 0.04;

  /** What strays no further is upright. */
  private static final double STRAIGHT = 0.05;

  private final Surface surface;
  private final Coverage coverage;

  ThinLine(Surface surface, Coverage coverage) {
    this.surface = surface;
    this.coverage = coverage;
  }

  /** With square ends; all in pixels. */
  void paint(double x0, double y0, double x1, double y1, double thickness, int rgb) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double half = thickness / 2;
    double steep = Math.min(STEEP, LEAN / half);
    if (Math.abs(dx) < STRAIGHT) {
      surface.rect(x0 - half, Math.min(y0, y1), x0 + half, Math.max(y0, y1), rgb, 1);
    } else if (Math.abs(dy) < STRAIGHT) {
      surface.rect(Math.min(x0, x1), y0 - half, Math.max(x0, x1), y0 + half, rgb, 1);
    } else if (Math.abs(dx) <= steep * Math.abs(dy)) {
      double wide = half * Math.hypot(dx, dy) / Math.abs(dy);
      along(x0, y0, x1, y1, wide, rgb, true, surface.height, surface.width);
    } else if (Math.abs(dy) <= steep * Math.abs(dx)) {
      double wide = half * Math.hypot(dx, dy) / Math.abs(dx);
      along(y0, x0, y1, x1, wide, rgb, false, surface.width, surface.height);
    } else {
      slanted(x0, y0, x1, y1, half, rgb);
    }
  }

  private void slanted(double x0, double y0, double x1, double y1, double half, int rgb) {
    double length = Math.hypot(x1 - x0, y1 - y0);
    double nx = (y0 - y1) / length * half;
    double ny = (x1 - x0) / length * half;
    coverage.begin(surface, Math.min(y0, y1) - half, Math.max(y0, y1) + half);
    coverage.quad(x0 + nx, y0 + ny, x1 + nx, y1 + ny, x1 - nx, y1 - ny, x0 - nx, y0 - ny);
    coverage.fill(surface, rgb, 1);
  }

  /**
   * From step to step in the long direction ({@code v}); {@code u} is the short one.
   *
   * @param wide half of how far it reaches in the short direction
   */
  private void along(
      double u0,
      double v0,
      double u1,
      double v1,
      double wide,
      int rgb,
      boolean upright,
      int most,
      int across) {
    double from = Math.max(0, Math.min(v0, v1));
    double to = Math.min(most, Math.max(v0, v1));
    double slope = (u1 - u0) / (v1 - v0);
    for (int v = (int) from; v < to; v++) {
      double begin = Math.max(v, from);
      double part = Math.min(v + 1, to) - begin;
      double middle = u0 + (begin + part / 2 - v0) * slope;
      double away = LOOK * part * Math.abs(slope);
      int first = (int) Math.max(0, middle - away - wide);
      int last = (int) Math.min(across - 1, Math.max(-1, middle + away + wide));
      for (int u = first; u <= last; u++) {
        double share =
            away < LEVEL
                ? covered(u, middle, wide) * part
                : (covered(u, middle - away, wide) + covered(u, middle + away, wide)) * part / 2;
        surface.blend(upright ? u : v, upright ? v : u, rgb, share);
      }
    }
  }

  private static double covered(int u, double middle, double wide) {
    return Math.max(0, Math.min(u + 1, middle + wide) - Math.max(u, middle - wide));
  }
}
