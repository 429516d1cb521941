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

  /** Where the name begins. */
  private static final double NAME = 14;

  private static final double TALL = 36;

  /** How much higher it is with its name below. */
  private static final double NAME_BELOW = 15;

  /** How wide a letter of a name is about. */
  private static final double LETTER = 7.4;

  private TableauPipe() {}

  /**
   * How high a pipe of that width is: its name stands in it, and where that would leave no room for
   * messages, below.
   */
  static double height(Tableau.Pipe pipe, double width) {
    boolean messages = !(pipe.thing() instanceof ThingRef.Pipe);
    boolean below = messages && pipe.name().length() * LETTER > roomForName(width);
    return below ? TALL + NAME_BELOW : TALL;
  }

  /** So much, with two messages beside it. */
  private static double roomForName(double width) {
    return width - NAME - 6 - 2 * (2 * BEAD + 2) - 5;
  }

  static void draw(Tableau.Pipe pipe, Box whole, Brush brush) {
    boolean below = whole.h() > TALL;
    Box box = below ? new Box(whole.x(), whole.y(), whole.w(), TALL) : whole;
    double radius = box.h() / 2;
    boolean bytes = pipe.thing() instanceof ThingRef.Pipe;
    Role ground = bytes ? Role.CHIP : Role.QUEUE_WAIT_GROUND;
    brush.fill(box.x(), box.y(), box.w(), box.h(), radius, ground);
    Role edge = bytes ? Role.IO : Role.QUEUE_WAIT;
    brush.outline(box.x(), box.y(), box.w(), box.h(), radius, edge, 1.6);
    Hit hit = Hit.of(Part.NAME, pipe.thing());
    brush.hits().rect(whole.x(), whole.y(), whole.w(), whole.h(), hit);
    boolean empty = pipe.beads().isEmpty();
    double most = below || empty ? box.w() - 2 * NAME : roomForName(box.w());
    double name = Math.min(brush.width(Face.CODE, pipe.name()), most);
    double first = box.x() + BEAD + (below ? 5 : NAME + name + 6);
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
    double y = below ? box.bottom() + 8 : box.centerY();
    Role role = below ? Role.MUTED : bytes ? Role.TEXT : Role.ON_QUEUE_WAIT;
    brush.words(box.x() + NAME, y, pipe.name(), Face.CODE, role, most, Mark.Align.LEFT);
  }

  private static void bead(Tableau.Bead bead, double x, double y, Brush brush) {
    Role role = bead.lost() ? Role.RED : Role.QUEUE_WAIT;
    brush.ring(x, y, BEAD, Role.BACKGROUND, role, 1.8);
    brush.words(x, y, bead.text(), Face.CODE_SMALL, Role.TEXT, 2 * BEAD - 3, Mark.Align.CENTER);
    brush.hits().disc(x, y, BEAD, Hit.of(Part.BEAD, bead.thing()));
  }
}
