package interleave.timeline.picture;

import interleave.timeline.critical.CriticalPath;
import interleave.timeline.critical.Leg;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.track.Space;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.List;

/**
 * The critical path along the lanes: a thick line with an edge below the boxes, steps where it
 * changes lane, dots where a thread was on its way to go on, and none where nothing ran.
 */
final class PathLine {
  /** Legs that are narrower stand behind the one before. */
  private static final double LEAST = 0.7;

  private static final int MOST = 6_000;

  private static final double WIDTH = 3;
  private static final double EDGE = 6;

  private static final LegendEntry PATH =
      new LegendEntry(
          90,
          () -> Words.of("timeline/critical").get("legend"),
          (brush, x, y) -> line(brush, x, y, x + LegendEntry.SWATCH, y));

  private PathLine() {}

  static void draw(View view, Space space, Brush brush) {
    CriticalPath path = view.path();
    if (path == null || path.legs().isEmpty()) {
      return;
    }
    List<Leg> legs = path.legs();
    int first = Math.max(0, path.at(Math.max(space.from(), legs.getFirst().from())));
    double drawn = Double.NEGATIVE_INFINITY;
    for (int i = first; i < legs.size() && i < first + MOST; i++) {
      Leg leg = legs.get(i);
      if (leg.from() > space.to()) {
        break;
      }
      double to = near(space, leg.to());
      if (!leg.isStill() && to - drawn >= LEAST) {
        leg(space, leg, i == 0 ? null : legs.get(i - 1), brush);
        drawn = to;
      }
    }
    brush.seen(PATH);
  }

  private static double near(Space space, long time) {
    return Math.max(space.left() - 50, Math.min(space.right() + 50, space.x(time)));
  }

  private static void leg(
      Space space, Leg leg, @org.jspecify.annotations.Nullable Leg before, Brush brush) {
    double y = space.alongY(leg.lane());
    double from = near(space, leg.from());
    double since = near(space, leg.since());
    if (Double.isNaN(y)) {
      return;
    }
    double above = before == null ? Double.NaN : space.alongY(before.lane());
    if (!Double.isNaN(above) && above != y) {
      line(brush, from, above, from, y);
      double back = y > above ? y - 8 : y + 8;
      brush.arrow(from, back, from, y, Role.PATH, WIDTH, Mark.Stroke.SOLID);
    }
    if (since > from) {
      brush.line(from, y, since, y, Role.PATH, WIDTH, Mark.Stroke.DOTTED);
    }
    line(brush, since, y, Math.max(since + 1, near(space, leg.to())), y);
  }

  /** With an edge in the colour of the ground, so that it is seen on whatever it crosses. */
  private static void line(Brush brush, double x1, double y1, double x2, double y2) {
    brush.line(x1, y1, x2, y2, Role.BACKGROUND, EDGE);
    brush.line(x1, y1, x2, y2, Role.PATH, WIDTH);
  }
}
