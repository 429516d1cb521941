package interleave.timeline.track;

import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.words.Words;

/**
 * Where one process becomes two: the lane of the copy grows out of the lane that forked.
 *
 * <pre>
 *   ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆  parent
 *            ▌
 *            ▌
 *       fork ▙▆▆▆▆▆▆▆▆▆  child
 * </pre>
 */
final class ForkBranch {
  private static final double HALF = 1;
  private static final double FLARE = 3;
  private static final int STEPS = 24;

  private ForkBranch() {}

  /** From the middle of one lane to the middle of the other, of which the copy's begins there. */
  static void draw(double x1, double y1, double x2, double y2, double left, Brush brush) {
    double sign = Math.signum(y2 - y1);
    double from = y1 + sign * (LaneTrack.BOX / 2 - 1);
    double to = y2 - sign * (LaneTrack.BOX / 2 - 1);
    Points trunk = new Points();
    for (int i = 0; i <= STEPS; i++) {
      double way = (double) i / STEPS;
      double wider = flare(1 - way); // towards the parent only: left of its begin there is no child
      trunk.add(middle(x1, x2, way) - HALF - wider, from + (to - from) * way);
    }
    for (int i = STEPS; i >= 0; i--) {
      double way = (double) i / STEPS;
      double right = Math.max(flare(1 - way), flare(way));
      trunk.add(middle(x1, x2, way) + HALF + right, from + (to - from) * way);
    }
    brush.area(trunk, Role.RUNNING, 1);
    brush.ring(x1, y1, 3.2, Role.BACKGROUND, Role.TEXT, 1.4);
    String word = Words.of("timeline/pipes").get("fork");
    // Left of where the copy begins its own row is free.
    double x = x2 - HALF - brush.width(Face.CODE_SMALL, word) - 6;
    if (x >= left) {
      brush.words(x, y2, word, Face.CODE_SMALL, Role.MUTED);
    }
  }

  private static double middle(double x1, double x2, double way) {
    return x1 + (x2 - x1) * way + HALF * way;
  }

  /** How much wider the trunk is: all at 1, nothing from the half on. */
  private static double flare(double nearness) {
    double near = Math.max(0, nearness * 2 - 1);
    return FLARE * near * near * near;
  }
}
