package interleave.timeline.draw;

/** One thing to paint. Coordinates are pixels from the top left; colours are roles. */
public sealed interface Mark {

  record Fill(double x, double y, double w, double h, double radius, Role role, double alpha)
      implements Mark {}

  /** {@code phase} is an x where the pattern begins, so that it moves along with what it marks. */
  record Hatch(
      double x,
      double y,
      double w,
      double h,
      FillPattern pattern,
      Role ink,
      Role ground,
      double phase)
      implements Mark {}

  record Outline(double x, double y, double w, double h, double radius, Role role, double thickness)
      implements Mark {}

  record Line(
      double x1, double y1, double x2, double y2, Role role, double thickness, Stroke stroke)
      implements Mark {}

  /** Straight lines from point to point; {@code points} holds x and y in turn. */
  record Path(double[] points, Role role, double thickness) implements Mark {}

  /** The area within the points. */
  record Area(double[] points, Role role, double alpha) implements Mark {}

  /** A cubic curve, with a head at its end if it is an arrow. */
  record Curve(
      double x1,
      double y1,
      double cx1,
      double cy1,
      double cx2,
      double cy2,
      double x2,
      double y2,
      Role role,
      double thickness,
      Stroke stroke,
      boolean head)
      implements Mark {}

  /** A disc, or a ring when fill and stroke differ. */
  record Disc(double x, double y, double radius, Role fill, Role stroke, double thickness)
      implements Mark {}

  /** Words, vertically centred at {@code y}, of that width at most. */
  record Text(double x, double y, String text, Face face, Role role, double maxWidth, Align align)
      implements Mark {}

  /** Whether lines are solid, dashed or dotted. */
  enum Stroke {
    SOLID,
    DASHED,
    DOTTED
  }

  /** What {@code x} is to the words. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }
}
