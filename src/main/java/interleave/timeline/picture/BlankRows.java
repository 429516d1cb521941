package interleave.timeline.picture;

import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.track.Space;
import interleave.timeline.track.TrackKind;
import interleave.timeline.track.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Rows to draw into: grounds, grid and names. What else stands beside a row may tell what is to be
 * found out, such as how many updates were lost.
 */
final class BlankRows {
  private static final Set<Face> NAMES =
      EnumSet.of(Face.NAME, Face.BODY, Face.CODE, Face.CODE_STRONG);

  private BlankRows() {}

  /** In place of what was drawn since. */
  static void draw(View view, Space space, Brush.Moment before, Brush brush) {
    PictureAreas frame = view.frame();
    List<Mark> drawn = brush.taken(before);
    double top = frame.bodyTop();
    double bottom = Math.min(frame.bodyBottom(), top + space.rows().height());
    for (Row row : space.pass()) {
      TrackKind.ground(row, space, frame.left(), frame.trackRight(), brush);
    }
    RulerBand.grid(view, space, top, bottom, brush);
    for (Row row : space.pass()) {
      double y = space.top(row) + row.height() - 0.5;
      brush.line(frame.left(), y, frame.trackRight(), y, Role.RULE, 1);
    }
    brush.add(
        drawn.stream()
            .filter(mark -> mark instanceof Mark.Text words && isName(words, frame))
            .toList());
  }

  private static boolean isName(Mark.Text words, PictureAreas frame) {
    return NAMES.contains(words.face())
        && words.x() < frame.trackLeft()
        && words.align() == Mark.Align.LEFT;
  }
}
