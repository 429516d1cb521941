package interleave.timeline.raster;

import interleave.timeline.draw.Mark;

/** Lines from point to point, whole or in dashes, and curves. */
final class Strokes {
  private static final double[] DASHES = {5, 4};
  private static final double[] DOTS = {1.5, 3.5};
  private static final int FEWEST = 6;
  private static final int MOST = 48;
  private static final double PIECES = 1.3;

  private final Surface surface;
  private final Coverage coverage;
  private final ThinLine lines;
  private final Stencil stencil = new Stencil();
  private final double scale;

  /** The points of the last curve, x and y in turn. */
  private final double[] bend = new double[2 * (MOST + 1)];

  private final double[] ribbon = new double[4 * (MOST + 1)];

  Strokes(Surface surface, Coverage coverage, double scale) {
    this.surface = surface;
    this.coverage = coverage;
    this.scale = scale;
    lines = new ThinLine(surface, coverage);
  }

  void line(double x0, double y0, double x1, double y1, double thickness, int rgb) {
    lines.paint(x0 * scale, y0 * scale, x1 * scale, y1 * scale, thickness * scale, rgb);
  }

  /** From point to point; each piece reaches so far beyond that no corner stays open. */
  void path(double[] points, double thickness, int rgb) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      top = Math.min(top, points[i + 1]);
      bottom = Math.max(bottom, points[i + 1]);
    }
    stencil.clear(
        surface,
        (left - thickness) * scale,
        (top - thickness) * scale,
        (right + thickness) * scale,
        (bottom + thickness) * scale);
    surface.once(stencil);
    pieces(points, thickness, rgb);
    surface.painted(rgb);
  }

  private void pieces(double[] points, double thickness, int rgb) {
    for (int i = 2; i < points.length; i += 2) {
      double x0 = points[i - 2];
      double y0 = points[i - 1];
      double x1 = points[i];
      double y1 = points[i + 1];
      double length = Math.hypot(x1 - x0, y1 - y0);
      if (length > 0) {
        double ux = (x1 - x0) / length * thickness / 2;
        double uy = (y1 - y0) / length * thickness / 2;
        double before = i > 2 ? 1 : 0;
        double after = i + 2 < points.length ? 1 : 0;
        line(x0 - before * ux, y0 - before * uy, x1 + after * ux, y1 + after * uy, thickness, rgb);
      }
    }
  }

  /** From point to point with gaps; each dash has square ends. */
  void dashes(double[] points, int length, double thickness, Mark.Stroke kind, int rgb) {
    double[] pattern = kind == Mark.Stroke.DOTTED ? DOTS : DASHES;
    int part = 0;
    double left = pattern[0];
    for (int i = 2; i < length; i += 2) {
      double x0 = points[i - 2];
      double y0 = points[i - 1];
      double distance = Math.hypot(points[i] - x0, points[i + 1] - y0);
      double ux = (points[i] - x0) / distance;
      double uy = (points[i + 1] - y0) / distance;
      double at = 0;
      while (at < distance) {
        double end = Math.min(distance, at + left);
        if (part % 2 == 0) {
          line(x0 + ux * at, y0 + uy * at, x0 + ux * end, y0 + uy * end, thickness, rgb);
        }
        left -= end - at;
        at = end;
        if (left <= 1e-9) {
          left = pattern[++part % 2];
        }
      }
    }
  }

  /** A cubic curve. */
  void curve(Mark.Curve m, double cx2, double cy2, double endX, double endY, int rgb) {
    if (m.cx1() == m.x1() && m.cy1() == m.y1() && cx2 == endX && cy2 == endY) {
      bend[0] = m.x1();
      bend[1] = m.y1();
      bend[2] = endX;
      bend[3] = endY;
      stroke(4, m, rgb);
      return;
    }
    double about =
        Math.hypot(m.cx1() - m.x1(), m.cy1() - m.y1())
            + Math.hypot(cx2 - m.cx1(), cy2 - m.cy1())
            + Math.hypot(endX - cx2, endY - cy2);
    int pieces = (int) Math.clamp(PIECES * Math.sqrt(about * scale), FEWEST, MOST);
    for (int i = 0; i <= pieces; i++) {
      double t = (double) i / pieces;
      double s = 1 - t;
      double a = s * s * s;
      double b = 3 * s * s * t;
      double c = 3 * s * t * t;
      double d = t * t * t;
      bend[2 * i] = a * m.x1() + b * m.cx1() + c * cx2 + d * endX;
      bend[2 * i + 1] = a * m.y1() + b * m.cy1() + c * cy2 + d * endY;
    }
    stroke(2 * (pieces + 1), m, rgb);
  }

  private void stroke(int length, Mark.Curve m, int rgb) {
    if (m.stroke() != Mark.Stroke.SOLID) {
      dashes(bend, length, m.thickness(), m.stroke(), rgb);
    } else if (length == 4) {
      line(bend[0], bend[1], bend[2], bend[3], m.thickness(), rgb);
    } else {
      ribbon(length, m.thickness(), rgb);
    }
  }

  /** What lies within half of the thickness of the bend, there along one side and back. */
  private void ribbon(int length, double thickness, int rgb) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < length; i += 2) {
      int before = Math.max(0, i - 2);
      int after = Math.min(length - 2, i + 2);
      double dx = bend[after] - bend[before];
      double dy = bend[after + 1] - bend[before + 1];
      double far = Math.max(1e-9, Math.hypot(dx, dy));
      double nx = -dy / far * thickness / 2;
      double ny = dx / far * thickness / 2;
      ribbon[i] = bend[i] + nx;
      ribbon[i + 1] = bend[i + 1] + ny;
      ribbon[2 * length - 2 - i] = bend[i] - nx;
      ribbon[2 * length - 1 - i] = bend[i + 1] - ny;
      least = Math.min(least, bend[i + 1]);
      most = Math.max(most, bend[i + 1]);
    }
    coverage.begin(surface, (least - thickness) * scale, (most + thickness) * scale);
    coverage.polygon(ribbon, 2 * length, scale);
    coverage.fill(surface, rgb, 1);
  }
}
