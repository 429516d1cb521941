package interleave.timeline.picture;

import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.range.TimeRange;
import interleave.timeline.track.Space;
import interleave.timeline.track.View;

/** The range that is asked about: a shade over the rows, with edges that can be dragged. */
final class RangeShade {
  private static final double SHADE = 0.12;
  private static final double REACH = 4;
  private static final double GRIP = 12;

  private RangeShade() {}

  /** Over the rows, which are drawn. */
  static void body(View view, Space space, Brush brush, double bottom) {
    TimeRange range = view.range();
    if (range == null) {
      return;
    }
    double from = Math.max(space.left(), space.x(range.from()));
    double to = Math.min(space.right(), space.x(range.to()));
    double top = view.frame().bodyTop();
    brush.fill(from, top, to - from, bottom - top, 0, Role.ACCENT, SHADE);
  }

  /** Over the ruler, and the edges from there down. */
  static void edges(View view, Space space, Brush brush, double bottom) {
    TimeRange range = view.range();
    if (range == null) {
      return;
    }
    double top = view.frame().rulerTop();
    double from = Math.max(space.left(), space.x(range.from()));
    double to = Math.min(space.right(), space.x(range.to()));
    brush.fill(from, top, to - from, PictureAreas.RULER, 0, Role.ACCENT, SHADE);
    edge(space, space.x(range.from()), top, bottom, Part.RANGE_FROM, brush);
    edge(space, space.x(range.to()), top, bottom, Part.RANGE_TO, brush);
  }

  private static void edge(
      Space space, double x, double top, double bottom, Part part, Brush brush) {
    if (x < space.left() - 1 || x > space.right() + 1) {
      return;
    }
    brush.line(x, top, x, bottom, Role.ACCENT, 1.5);
    double grip = top + (PictureAreas.RULER - GRIP) / 2;
    brush.fill(x - 3, grip, 6, GRIP, 3, Role.ACCENT);
    brush.hits().rect(x - REACH, top, 2 * REACH, bottom - top, Hit.of(part));
  }
}
