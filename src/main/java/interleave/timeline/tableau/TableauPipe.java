package interleave.timeline.tableau;

import interleave.timeline.ThingRef;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.tableau.TableauLayout.Box;
import java.util.ArrayList;
import java.util.List;

/** A queue as a pipe: messages enter at the left and move to the right, the oldest ahead. */
final class TableauPipe {
  private static final double BEAD = 13;

  private TableauPipe() {}

  static void draw(Tableau.Pipe pipe, Box box, Brush brush) {
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
    List<Tableau.Bead> shown = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (Tableau.Bead bead : pipe.beads()) {
      double way = Double.isNaN(bead.progress()) ? head : first + (head - first) * bead.progress();
      double x = Math.min(furthest, way);
      if (x >= first - 0.5) {
        shown.add(bead);
        places.add(x);
        furthest = x - 2 * BEAD - 2;
      }
    }
    double lowest = places.isEmpty() ? head : places.getLast();
    int hidden = pipe.beads().size() + pipe.more() - shown.size();
    if (hidden > 0 && !shown.isEmpty()) {
      // The last place tells how many there are besides.
      String more = "+" + (hidden + 1);
      shown.removeLast();
      Role ink = bytes ? Role.TEXT : Role.ON_QUEUE_WAIT;
      brush.words(lowest, box.centerY(), more, Face.SMALL_STRONG, ink, 60, Mark.Align.CENTER);
    }
    for (int i = 0; i < shown.size(); i++) {
      bead(shown.get(i), places.get(i), box.centerY(), brush);
    }
    boolean room = lowest - BEAD > box.x() + 16 + name;
    double y = room ? box.centerY() : box.bottom() + 7;
    Role role = !room ? Role.MUTED : bytes ? Role.TEXT : Role.ON_QUEUE_WAIT;
    brush.words(box.x() + 14, y, pipe.name(), Face.CODE, role, box.w() - 28, Mark.Align.LEFT);
  }

  private static void bead(Tableau.Bead bead, double x, double y, Brush brush) {
    Role role = bead.lost() ? Role.RED : Role.QUEUE_WAIT;
    brush.ring(x, y, BEAD, Role.BACKGROUND, role, 1.8);
    brush.words(x, y, bead.text(), Face.CODE_SMALL, Role.TEXT, 2 * BEAD - 3, Mark.Align.CENTER);
    brush.hits().disc(x, y, BEAD, Hit.of(Part.BEAD, bead.thing()));
  }
}
