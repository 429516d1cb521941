package interleave.timeline.track;

import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.LearnerNames;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The messages on their way through one queue's track, above all arrows. None lies on another: a
 * bead has its words where there is room for them, is a dot where there is room for that, and else
 * not there, as its arrow is. What is pointed at, was lost or came again has its words first.
 *
 * <pre>
 *   (A)  (B) .  (17) . .  (18) came again
 * </pre>
 */
final class MessageBeads {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final double BEAD = 10;
  private static final double DOT = 3;
  private static final double WIDEST = 84;

  private final List<Bead> first = new ArrayList<>();
  private final List<Bead> others = new ArrayList<>();

  /** What is taken, by its left edge. */
  private final TreeMap<Double, Double> taken = new TreeMap<>();

  private record Bead(
      QueueTrack.Message message, ThingRef thing, double x, double y, Role role, boolean lit) {
    /** What is said beside it of what became of it. */
    String note() {
      return switch (message.loss()) {
        case NONE -> message.again() ? WORDS.get("again") : "";
        case PLAIN -> WORDS.get("lost");
        case UNSENT, UNREAD, UNSENDABLE -> WORDS.get("lost." + message.loss());
      };
    }
  }

  void add(QueueTrack.Message message, ThingRef thing, double x, double y, Role role, boolean lit) {
    Bead bead = new Bead(message, thing, x, y, role, lit);
    if (lit) {
      first.addFirst(bead);
    } else {
      (message.lost() || message.again() ? first : others).add(bead);
    }
  }

  /**
   * Draws all that there is room for.
   *
   * @param end where the tracks end
   */
  void draw(double end, Brush brush) {
    List<Bead> small = new ArrayList<>();
    for (List<Bead> some : List.of(first, others)) {
      for (Bead bead : some) {
        if (!words(bead, end, brush)) {
          small.add(bead);
        }
      }
    }
    for (Bead bead : small) {
      if (takes(bead.x - DOT - 1, bead.x + DOT + 1)) {
        brush.ring(bead.x, bead.y, DOT, Role.BACKGROUND, bead.role, 1.4);
        brush.hits().disc(bead.x, bead.y, 5, Hit.of(Part.BEAD, bead.thing));
      }
    }
  }

  /** Returns whether there was room. */
  private boolean words(Bead bead, double end, Brush brush) {
    String text = LearnerNames.value(bead.message.preview());
    String fitted = brush.metrics().fitted(Face.CODE_SMALL, text, WIDEST);
    double width = Math.max(2 * BEAD, brush.width(Face.CODE_SMALL, fitted) + 12);
    double over = bead.x > end ? 0 : Math.max(0, bead.x + width / 2 + 2 - end);
    double left = bead.x - width / 2 - over;
    double right = left + width;
    String note = bead.note();
    double noted = note.isEmpty() ? 0 : 5 + brush.width(Face.SMALL_STRONG, note) + 4;
    boolean before = right + noted > end;
    boolean withNote = takes(before ? left - noted : left, before ? right : right + noted);
    if (!withNote && !takes(left, right)) {
      return false;
    }
    double top = bead.y - BEAD;
    brush.fill(left, top, width, 2 * BEAD, BEAD, Role.BACKGROUND);
    Role edge = bead.lit ? Role.ACCENT : bead.role;
    brush.outline(left, top, width, 2 * BEAD, BEAD, edge, bead.lit ? 2.4 : 1.8);
    brush.words(
        bead.x - over, bead.y, fitted, Face.CODE_SMALL, Role.TEXT, width, Mark.Align.CENTER);
    if (withNote) {
      brush.words(
          before ? left - noted + 4 : right + 5, bead.y, note, Face.SMALL_STRONG, bead.role);
    }
    brush.hits().rect(left, top, width, 2 * BEAD, Hit.of(Part.BEAD, bead.thing));
    return true;
  }

  /** Takes a place where nothing lies yet. */
  private boolean takes(double left, double right) {
    Map.Entry<Double, Double> before = taken.lowerEntry(right);
    if (before != null && before.getValue() + 1 > left) {
      return false;
    }
    taken.put(left, right);
    return true;
  }
}
