package interleave.figure.format;

import interleave.timeline.draw.Mark;

/**
 * A curve as it is painted: shortened where an arrow has its head, and the three points of that.
 */
record CurveShape(
    double cx2, double cy2, double endX, double endY, boolean straight, double[] head) {
  private static final double SPREAD = 0.42;
  private static final double[] NO_HEAD = {};

  static CurveShape of(Mark.Curve m) {
    double size = m.head() ? 5.5 + 2.5 * m.thickness() : 0;
    boolean atEnd = m.cx2() == m.x2() && m.cy2() == m.y2();
    double angle =
        Math.atan2(m.y2() - (atEnd ? m.y1() : m.cy2()), m.x2() - (atEnd ? m.x1() : m.cx2()));
    double endX = m.x2() - Math.cos(angle) * size * 0.8;
    double endY = m.y2() - Math.sin(angle) * size * 0.8;
    double cx2 = m.head() && m.cx2() == m.x2() ? endX : m.cx2();
    double cy2 = m.head() && m.cy2() == m.y2() ? endY : m.cy2();
    boolean straight = m.cx1() == m.x1() && m.cy1() == m.y1() && cx2 == endX && cy2 == endY;
    return new CurveShape(
        cx2, cy2, endX, endY, straight, m.head() ? head(m, angle, size) : NO_HEAD);
  }

  private static double[] head(Mark.Curve m, double angle, double size) {
    return new double[] {
      m.x2(),
      m.y2(),
      m.x2() - size * Math.cos(angle - SPREAD),
      m.y2() - size * Math.sin(angle - SPREAD),
      m.x2() - size * Math.cos(angle + SPREAD),
      m.y2() - size * Math.sin(angle + SPREAD)
    };
  }
}
