package interleave.figure.format;

import interleave.timeline.draw.Mark;

/** From which height to which a mark reaches, and from where to where. */
record Bounds(double left, double top, double right, double bottom) {
  /** Letters and heads of arrows reach further than their points. */
  private static final double ROOM = 24;

  static Bounds of(Mark mark) {
    return switch (mark) {
      case Mark.Fill m -> box(m.x(), m.y(), m.w(), m.h(), 1);
      case Mark.Hatch m -> box(m.x(), m.y(), m.w(), m.h(), 1);
      case Mark.Outline m -> box(m.x(), m.y(), m.w(), m.h(), m.thickness());
      case Mark.Line m -> around(m.thickness(), m.x1(), m.y1(), m.x2(), m.y2());
      case Mark.Path m -> around(m.thickness(), m.points());
      case Mark.Area m -> around(1, m.points());
      case Mark.Curve m ->
          around(ROOM, m.x1(), m.y1(), m.cx1(), m.cy1(), m.cx2(), m.cy2(), m.x2(), m.y2());
      case Mark.Disc m ->
          box(
              m.x() - m.radius(),
              m.y() - m.radius(),
              2 * m.radius(),
              2 * m.radius(),
              m.thickness());
      case Mark.Text m ->
          new Bounds(
              Double.NEGATIVE_INFINITY, m.y() - ROOM, Double.POSITIVE_INFINITY, m.y() + ROOM);
    };
  }

  private static Bounds box(double x, double y, double w, double h, double room) {
    return new Bounds(x - room, y - room, x + w + room, y + h + room);
  }

  private static Bounds around(double room, double... points) {
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
    return new Bounds(left - room, top - room, right + room, bottom + room);
  }

  /** Whether anything of it lies on a sheet of that size. */
  boolean isOn(double width, double height) {
    return right > 0 && left < width && meets(0, height);
  }

  boolean meets(double from, double to) {
    return bottom > from && top < to;
  }
}
