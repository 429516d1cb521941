package interleave.timeline.draw;

import interleave.timeline.layout.Stage;
import interleave.timeline.layout.StageLayout;
import interleave.timeline.layout.StageLayout.Box;
import org.jspecify.annotations.Nullable;

/** The lines of a stage: who holds and waits, who puts and gets, who reads and writes. */
final class StageLinks {
  private StageLinks() {}

  /** The nearer sides of two boxes that stand beside each other. */
  private static double[] ends(Box from, Box to) {
    boolean right = to.centerX() >= from.centerX();
    double top = Math.max(from.y(), to.y()) + 8;
    double bottom = Math.min(from.bottom(), to.bottom()) - 8;
    // Level where both can be reached level.
    boolean level = top <= bottom;
    double y1 = level ? (top + bottom) / 2 : from.centerY();
    double y2 = level ? y1 : to.centerY();
    return new double[] {
      right ? from.right() + 3 : from.x() - 3, y1, right ? to.x() - 3 : to.right() + 3, y2
    };
  }

  static void hold(@Nullable Box actor, Box lock, boolean holds, Brush brush) {
    if (actor == null) {
      return;
    }
    double[] e = ends(actor, lock);
    Role role = holds ? Role.HOLD : Role.LOCK_WAIT;
    Mark.Stroke stroke = holds ? Mark.Stroke.SOLID : Mark.Stroke.DASHED;
    brush.line(e[0], e[1], e[2], e[3], role, holds ? 3 : 2, stroke);
    above(e, holds ? "holds" : "waits", Face.SMALL, Role.MUTED, brush);
  }

  static void queue(Stage.Pipe pipe, Box queue, StageLayout layout, Brush brush) {
    for (int lane : pipe.putters()) {
      Box actor = layout.actors().get(lane);
      if (actor != null) {
        double[] e = ends(actor, queue);
        brush.arrow(e[0], e[1], e[2], e[3], Role.MESSAGE, 2, Mark.Stroke.SOLID);
      }
    }
    for (int lane : pipe.getters()) {
      Box actor = layout.actors().get(lane);
      if (actor != null) {
        double[] e = ends(queue, actor);
        brush.arrow(e[0], e[1], e[2], e[3], Role.MESSAGE, 2, Mark.Stroke.SOLID);
      }
    }
  }

  static void access(Stage.Cell cell, Box actor, Box variable, Brush brush) {
    double[] e = cell.write() ? ends(actor, variable) : ends(variable, actor);
    brush.arrow(e[0], e[1], e[2], e[3], Role.thread(cell.lane()), 2, Mark.Stroke.SOLID);
    above(e, cell.moved(), Face.CODE_STRONG, Role.TEXT, brush);
  }

  private static void above(double[] e, String text, Face face, Role role, Brush brush) {
    double room = Math.abs(e[2] - e[0]);
    double x = (e[0] + e[2]) / 2;
    double y = (e[1] + e[3]) / 2 - 11;
    if (room >= brush.width(face, text)) {
      brush.words(x, y, text, face, role, room, Mark.Align.CENTER);
    }
  }
}
