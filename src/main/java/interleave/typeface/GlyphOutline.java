package interleave.typeface;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** An outline as TrueType has it: points on and off quadratic curves, in whole units. */
final class GlyphOutline {
  private static final int ON = 1;

  /** How far, in units, two quadratic curves may lie from the cubic one that they stand for. */
  private static final double NEAR = 0.6;

  private static final int MOST_PIECES = 8;

  private final List<int[]> points = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private double x;
  private double y;

  private GlyphOutline() {}

  static GlyphOutline of(Path2D path) {
    GlyphOutline outline = new GlyphOutline();
    double[] to = new double[6];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      switch (it.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> {
          outline.close();
          outline.point(to[0], to[1], ON);
        }
        case PathIterator.SEG_LINETO -> outline.point(to[0], to[1], ON);
        case PathIterator.SEG_QUADTO -> {
          outline.point(to[0], to[1], 0);
          outline.point(to[2], to[3], ON);
        }
        case PathIterator.SEG_CUBICTO -> outline.cubic(to);
        default -> outline.close();
      }
    }
    outline.close();
    return outline;
  }

  private void point(double px, double py, int flag) {
    points.add(new int[] {(int) Math.round(px), (int) Math.round(py), flag});
    if (flag == ON) {
      x = px;
      y = py;
    }
  }

  /** As many quadratic curves as it takes. */
  private void cubic(double[] c) {
    double far = Math.hypot(c[4] - 3 * c[2] + 3 * c[0] - x, c[5] - 3 * c[3] + 3 * c[1] - y);
    int pieces =
        (int) Math.clamp(Math.ceil(Math.cbrt(Math.sqrt(3) / 36 * far / NEAR)), 1, MOST_PIECES);
    double fromX = x;
    double fromY = y;
    for (int i = 0; i < pieces; i++) {
      double a = (double) i / pieces;
      double b = (double) (i + 1) / pieces;
      double controlX = control(fromX, c[0], c[2], c[4], a, b);
      double controlY = control(fromY, c[1], c[3], c[5], a, b);
      point(controlX, controlY, 0);
      point(at(fromX, c[0], c[2], c[4], b), at(fromY, c[1], c[3], c[5], b), ON);
    }
  }

  private static double at(double p0, double p1, double p2, double p3, double t) {
    double s = 1 - t;
    return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
  }

  private static double slope(double p0, double p1, double p2, double p3, double t) {
    double s = 1 - t;
    return 3 * (s * s * (p1 - p0) + 2 * s * t * (p2 - p1) + t * t * (p3 - p2));
  }

  /** The control point of the quadratic curve that is nearest to the piece from a to b. */
  private static double control(double p0, double p1, double p2, double p3, double a, double b) {
    double from = at(p0, p1, p2, p3, a);
    double to = at(p0, p1, p2, p3, b);
    double third = (b - a) / 3;
    double c1 = from + slope(p0, p1, p2, p3, a) * third;
    double c2 = to - slope(p0, p1, p2, p3, b) * third;
    return (3 * (c1 + c2) - from - to) / 4;
  }

  private void close() {
    int first = ends.isEmpty() ? 0 : ends.getLast() + 1;
    int last = points.size() - 1;
    if (last > first && same(points.get(first), points.get(last))) {
      points.remove(last--); // contours are closed anyway
    }
    if (last >= first) {
      ends.add(last);
    }
  }

  private static boolean same(int[] one, int[] other) {
    return one[0] == other[0] && one[1] == other[1] && one[2] == other[2];
  }

  int points() {
    return points.size();
  }

  int contours() {
    return ends.size();
  }

  int left() {
    return points.stream().mapToInt(it -> it[0]).min().orElse(0);
  }

  int right() {
    return points.stream().mapToInt(it -> it[0]).max().orElse(0);
  }

  int bottom() {
    return points.stream().mapToInt(it -> it[1]).min().orElse(0);
  }

  int top() {
    return points.stream().mapToInt(it -> it[1]).max().orElse(0);
  }

  /** An entry of the table {@code glyf}, of an even length; nothing for an empty outline. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (points.isEmpty()) {
      return new byte[0];
    }
    two(out, contours());
    two(out, left());
    two(out, bottom());
    two(out, right());
    two(out, top());
    ends.forEach(end -> two(out, end));
    two(out, 0); // no instructions
    ByteArrayOutputStream xs = new ByteArrayOutputStream();
    ByteArrayOutputStream ys = new ByteArrayOutputStream();
    int[] before = {0, 0, 0};
    for (int[] point : points) {
      int flags = point[2] | step(point[0] - before[0], 1, xs) | step(point[1] - before[1], 2, ys);
      out.write(flags);
      before = point;
    }
    out.writeBytes(xs.toByteArray());
    out.writeBytes(ys.toByteArray());
    while (out.size() % 4 != 0) {
      out.write(0);
    }
    return out.toByteArray();
  }

  /** Writes one step as short as it can be, and says in flags how. */
  private static int step(int d, int bit, ByteArrayOutputStream out) {
    int small = 1 << bit;
    int same = 1 << (bit + 3);
    if (d == 0) {
      return same;
    }
    if (Math.abs(d) < 256) {
      out.write(Math.abs(d));
      return small | (d > 0 ? same : 0);
    }
    two(out, d);
    return 0;
  }

  private static void two(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }
}
