package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.track.TrackKind.Slot;
import java.util.List;
import java.util.Objects;

/** The column of names at the left: what a track is called and a few facts below. */
public final class Gutter {
  private static final double INDENT = 12;
  private static final double LINE = 16.5;
  private static final double TRIANGLE = 15;
  private static final double STEP = 20;
  private static final int MOST = 200;

  private Gutter() {}

  /** A line of facts and its colour. */
  record Fact(String text, Role role) {
    static Fact plain(String text) {
      return new Fact(text, Role.MUTED);
    }
  }

  /**
   * How wide the column should be for the names of a timeline; in steps, so that it seldom moves.
   */
  public static double width(
      TrackKinds kinds, Timeline timeline, TextMetrics metrics, double room) {
    double stepped = Math.ceil(kinds.gutter(timeline, metrics) / STEP) * STEP;
    return Math.max(room < 720 ? 140 : 180, Math.min(stepped, room < 900 ? 220 : 300));
  }

  /** Of very many names those first, which are measured for all. */
  static <T> List<T> some(List<T> names) {
    return names.subList(0, Math.min(MOST, names.size()));
  }

  static void draw(
      View view, Slot slot, ThingRef thing, String name, List<Fact> facts, Brush brush) {
    draw(view, slot, thing, name, facts, 0, brush);
  }

  /** The same with room for what stands beside the names, such as an axis. */
  static void draw(
      View view,
      Slot slot,
      ThingRef thing,
      String name,
      List<Fact> facts,
      double beside,
      Brush brush) {
    double x = view.frame().left() + INDENT;
    double width = view.frame().gutter() - INDENT - 8 - beside;
    double y = slot.y() + 15;
    light(view, slot, thing, brush);
    brush.words(x, y, name, Face.NAME, Role.TEXT, width, Mark.Align.LEFT);
    for (Fact fact : facts) {
      y += LINE;
      if (y + LINE / 2 > slot.bottom() + 2) {
        break;
      }
      Face face = fact.role() == Role.RED ? Face.SMALL_STRONG : Face.SMALL;
      brush.words(x, y, fact.text(), face, fact.role(), width, Mark.Align.LEFT);
    }
    hit(view, slot, thing, brush);
  }

  /**
   * A name with a triangle before it, at which one folds what the row stands for, or opens it.
   *
   * @param fold what a click at the triangle hits
   */
  static void folded(
      View view,
      Slot slot,
      Hit fold,
      boolean opened,
      String name,
      List<String> facts,
      Brush brush) {
    ThingRef thing = Objects.requireNonNull(fold.thing());
    double x = view.frame().left() + INDENT;
    double width = view.frame().gutter() - INDENT - TRIANGLE - 8;
    double y = slot.y() + 15;
    light(view, slot, thing, brush);
    brush.triangle(x, y, opened);
    brush.words(x + TRIANGLE, y, name, Face.NAME, Role.TEXT, width, Mark.Align.LEFT);
    for (String fact : facts) {
      y += LINE;
      brush.words(x + TRIANGLE, y, fact, Face.SMALL, Role.MUTED, width, Mark.Align.LEFT);
    }
    hit(view, slot, thing, brush);
    brush.hits().rect(x - 10, slot.y(), 26, 30, fold);
  }

  /** A name in the code face, as threads have it. */
  static void lane(View view, Slot slot, ThingRef thing, String name, double middle, Brush brush) {
    light(view, slot, thing, brush);
    double x = view.frame().left() + 2.7 * INDENT;
    double width = view.frame().gutter() - 2.7 * INDENT - 8;
    brush.words(x, middle, name, Face.CODE, Role.TEXT, width, Mark.Align.LEFT);
    hit(view, slot, thing, brush);
  }

  private static void light(View view, Slot slot, ThingRef thing, Brush brush) {
    if (view.lit(thing)) {
      brush.fill(view.frame().left(), slot.y(), 3, slot.height() - 1, 0, Role.ACCENT);
    }
  }

  private static void hit(View view, Slot slot, ThingRef thing, Brush brush) {
    brush
        .hits()
        .rect(
            view.frame().left(),
            slot.y(),
            view.frame().gutter(),
            slot.height(),
            Hit.of(Part.NAME, thing));
  }
}
