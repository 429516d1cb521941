package interleave.timeline.picture;

import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Ruler;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.TimeMark;
import interleave.timeline.track.Space;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.List;

/** The ruler above the tracks, its lines through them, and bookmarks. */
final class RulerBand {
  private static final Words WORDS = Words.of("timeline/draw");

  /** A note is cut off after so many pixels. */
  private static final double MOST_NOTE = 160;

  private RulerBand() {}

  private static Ruler ruler(View view, Space space) {
    return Ruler.of(space.scale(), space.left(), space.right(), view.timeline().start());
  }

  static void grid(View view, Space space, double top, double bottom, Brush brush) {
    for (Ruler.Tick tick : ruler(view, space).ticks()) {
      double x = Math.round(space.x(tick.time())) + 0.5;
      brush.line(x, top, x, bottom, Role.GRID, 1, Mark.Stroke.DOTTED);
    }
    for (TimeMark bookmark : view.bookmarks()) {
      double x = space.x(bookmark.time());
      if (x >= space.left() && x <= space.right()) {
        brush.line(x, top, x, bottom, Role.ACCENT, 1, Mark.Stroke.DASHED);
      }
    }
  }

  static void draw(View view, Space space, Brush brush) {
    PictureAreas frame = view.frame();
    double top = frame.rulerTop();
    // Down to the rows nothing stays of what the rows drew: arrows lead to rows out of sight.
    brush.fill(0, 0, frame.width(), frame.bodyTop(), 0, Role.BACKGROUND);
    brush
        .hits()
        .rect(
            space.left(),
            top,
            space.right() - space.left(),
            PictureAreas.RULER,
            Hit.of(Part.RULER));
    Ruler ruler = ruler(view, space);
    double y = top + 16;
    corner(view, ruler, frame, y, brush);
    double base = frame.bodyTop() - 0.5;
    brush.line(space.left(), base, space.right(), base, Role.RULE, 1);
    for (Ruler.Tick tick : ruler.ticks()) {
      double x = Math.round(space.x(tick.time())) + 0.5;
      brush.line(x, base - 6, x, base, Role.MUTED, 1);
      if (x + 4 + brush.width(Face.CODE_SMALL, tick.label()) < space.right() + 4) {
        brush.words(x + 4, y, tick.label(), Face.CODE_SMALL, Role.MUTED);
      }
    }
    bookmarks(view, space, base, brush);
    measures(view, space, frame.rulerTop() + 7, brush);
  }

  private static void corner(View view, Ruler ruler, PictureAreas frame, double y, Brush brush) {
    double room = frame.gutter() - 10;
    if (ruler.relative()) {
      String base = ruler.corner(view.timeline().start());
      brush.words(frame.left(), y, base, Face.CODE_SMALL, Role.MUTED, room, Mark.Align.LEFT);
    } else {
      String words = WORDS.get("corner");
      brush.words(frame.left(), y, words, Face.SMALL_STRONG, Role.MUTED, room, Mark.Align.LEFT);
    }
  }

  private static void bookmarks(View view, Space space, double base, Brush brush) {
    for (TimeMark bookmark : view.bookmarks()) {
      double x = space.x(bookmark.time());
      if (x >= space.left() && x <= space.right()) {
        brush.area(
            new Points().add(x - 5, base - 12).add(x + 5, base - 12).add(x, base - 3),
            Role.ACCENT,
            1);
        note(bookmark.note(), x + 7, base - 9, space, brush);
      }
    }
  }

  /** What stands at a mark, on a ground of its own over the ruler. */
  private static void note(String note, double x, double y, Space space, Brush brush) {
    double room = Math.min(MOST_NOTE, space.right() - x - 3);
    double width = Math.min(room, brush.width(Face.SMALL, note));
    if (!note.isEmpty() && width > 8) {
      brush.fill(x - 3, y - 7, width + 6, 14, 3, Role.CHIP);
      brush.words(x, y, note, Face.SMALL, Role.TEXT, width, Mark.Align.LEFT);
    }
  }

  /** How long it is from each mark to the next, between the two. */
  private static void measures(View view, Space space, double y, Brush brush) {
    List<TimeMark> marks = view.bookmarks();
    for (int i = 1; i < marks.size(); i++) {
      double from = Math.max(space.left(), space.x(marks.get(i - 1).time()));
      double to = Math.min(space.right(), space.x(marks.get(i).time()));
      String took = TimeText.duration(marks.get(i).time() - marks.get(i - 1).time());
      double width = brush.width(Face.CODE_SMALL, took);
      if (to - from > width + 20) {
        double middle = (from + to) / 2;
        brush.line(from, y, to, y, Role.ACCENT, 1);
        brush.line(from, y - 3, from, y + 3, Role.ACCENT, 1);
        brush.line(to, y - 3, to, y + 3, Role.ACCENT, 1);
        brush.fill(middle - width / 2 - 4, y - 7, width + 8, 14, 3, Role.BACKGROUND);
        brush.words(middle - width / 2, y, took, Face.CODE_SMALL, Role.ACCENT);
      }
    }
  }
}
