package interleave.timeline.draw;

/** Moves marks. */
public final class Shift {
  private Shift() {}

  /** The same mark so many pixels further down. */
  public static Mark down(Mark mark, double dy) {
    return switch (mark) {
      case Mark.Fill(var x, var y, var w, var h, var radius, var role, var alpha) ->
          new Mark.Fill(x, y + dy, w, h, radius, role, alpha);
      case Mark.Hatch(var x, var y, var w, var h, var pattern, var ink, var ground, var phase) ->
          new Mark.Hatch(x, y + dy, w, h, pattern, ink, ground, phase);
      case Mark.Outline(var x, var y, var w, var h, var radius, var role, var t) ->
          new Mark.Outline(x, y + dy, w, h, radius, role, t);
      case Mark.Line(var x1, var y1, var x2, var y2, var role, var t, var stroke) ->
          new Mark.Line(x1, y1 + dy, x2, y2 + dy, role, t, stroke);
      case Mark.Path(var points, var role, var t) -> new Mark.Path(points(points, dy), role, t);
      case Mark.Area(var points, var role, var alpha) ->
          new Mark.Area(points(points, dy), role, alpha);
      case Mark.Curve m ->
          new Mark.Curve(
              m.x1(),
              m.y1() + dy,
              m.cx1(),
              m.cy1() + dy,
              m.cx2(),
              m.cy2() + dy,
              m.x2(),
              m.y2() + dy,
              m.role(),
              m.thickness(),
              m.stroke(),
              m.head());
      case Mark.Disc(var x, var y, var radius, var fill, var stroke, var t) ->
          new Mark.Disc(x, y + dy, radius, fill, stroke, t);
      case Mark.Text(var x, var y, var text, var face, var role, var width, var align) ->
          new Mark.Text(x, y + dy, text, face, role, width, align);
    };
  }

  private static double[] points(double[] points, double dy) {
    double[] moved = points.clone();
    for (int i = 1; i < moved.length; i += 2) {
      moved[i] += dy;
    }
    return moved;
  }
}
