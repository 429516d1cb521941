package interleave.timeline.draw;

import interleave.timeline.ThingRef;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Stage;
import interleave.timeline.layout.StageLayout.Box;

/** A queue as a pipe: messages enter at the left and move to the right, the oldest ahead. */
final class StagePipe {
  private static final double BEAD = 13;

  private StagePipe() {}

  static void draw(Stage.Pipe pipe, Box box, Brush brush) {
    double radius = box.h() / 2;
    boolean bytes = pipe.thing() instanceof ThingRef.Pipe;
    Role ground = bytes ? Role.CHIP : Role.QUEUE_WAIT_GROUND;
    brush.fill(box.x(), box.y(), box.w(), box.h(), radius, ground);
    Role edge = bytes ? Role.IO : Role.QUEUE_WAIT;
    brush.outline(box.x(), box.y(), box.w(), box.h(), radius, edge, 1.6);
    Hit whole = Hit.of(Part.NAME, pipe.thing());
    brush.hits().rect(box.x(), box.y(), box.w(), box.h(), whole);
    double name = Math.min(brush.width(Face.CODE, pipe.name()), box.w() - 50);
    double first = box.x() + BEAD + 5;
    double head = box.right() - BEAD - 5;
    double furthest = head;
    double lowest = head;
    int hidden = 0;
    for (Stage.Bead bead : pipe.beads()) {
      double way = Double.isNaN(bead.progress()) ? head : first + (head - first) * bead.progress();
      double x = Math.min(furthest, way);
      if (x < first - 0.5) {
        hidden++;
        continue;
      }
      bead(bead, x, box.centerY(), brush);
      furthest = x - 2 * BEAD - 2;
      lowest = x;
    }
    if (hidden > 0) {
      String more = "+" + hidden;
      brush.words(
          box.x() + 6, box.y() - 9, more, Face.SMALL_STRONG, Role.MUTED, 60, Mark.Align.LEFT);
    }
    boolean room = lowest - BEAD > box.x() + 16 + name;
    double y = room ? box.centerY() : box.bottom() + 11;
    Role role = !room ? Role.MUTED : bytes ? Role.TEXT : Role.ON_QUEUE_WAIT;
    brush.words(box.x() + 14, y, pipe.name(), Face.CODE, role, box.w() - 28, Mark.Align.LEFT);
  }

  private static void bead(Stage.Bead bead, double x, double y, Brush brush) {
    Role role = bead.lost() ? Role.RED : Role.QUEUE_WAIT;
    brush.ring(x, y, BEAD, Role.BACKGROUND, role, 1.8);
    brush.words(x, y, bead.text(), Face.CODE_SMALL, Role.TEXT, 2 * BEAD - 3, Mark.Align.CENTER);
    brush.hits().disc(x, y, BEAD, Hit.of(Part.BEAD, bead.thing()));
  }
}
