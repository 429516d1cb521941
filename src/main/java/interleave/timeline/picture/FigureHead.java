package interleave.timeline.picture;

import interleave.timeline.draw.BrokenLines;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.PictureAreas;
import java.util.List;

/** The words above and below a figure. */
final class FigureHead {
  private static final double TOP = 18;
  private static final double CHIP = 23;
  private static final double SUBTITLE = 18;
  private static final double FOOTER = 16;
  private static final int MOST_LINES = 4;

  private final FigureCaption caption;
  private final PictureAreas frame;
  private final Brush brush;

  FigureHead(FigureCaption caption, PictureAreas frame, Brush brush) {
    this.caption = caption;
    this.frame = frame;
    this.brush = brush;
  }

  /** Title, subtitle and parameters; where they end. */
  double head() {
    double x = frame.left();
    double room = frame.width() - 2 * frame.left();
    double y = TOP;
    if (!caption.title().isBlank()) {
      brush.words(x, y + 8, caption.title(), Face.TITLE, Role.TEXT, room, Mark.Align.LEFT);
      y += 22;
    }
    if (!caption.subtitle().isBlank()) {
      for (String line : lines(caption.subtitle(), Face.SUBTITLE, room)) {
        brush.words(x, y + 9, line, Face.SUBTITLE, Role.MUTED, room, Mark.Align.LEFT);
        y += SUBTITLE;
      }
      y += 6;
    }
    if (!caption.parameters().isEmpty()) {
      y = chips(x, y + 2, frame.width() - frame.right()) + 8;
    }
    return y;
  }

  /** The lines at the bottom; where they end. */
  double foot(double top) {
    double room = frame.width() - 2 * frame.left();
    double y = top + 6;
    brush.line(frame.left(), y + 0.5, frame.trackRight(), y + 0.5, Role.RULE, 1);
    for (String text : caption.footer()) {
      for (String line : lines(text, Face.SMALL, room)) {
        brush.words(frame.left(), y + 12, line, Face.SMALL, Role.MUTED, room, Mark.Align.LEFT);
        y += FOOTER;
      }
    }
    return y + 8;
  }

  private double chips(double left, double top, double right) {
    double x = left;
    double y = top;
    for (String parameter : caption.parameters()) {
      double width = Math.min(right - left, brush.width(Face.BODY, parameter) + 28);
      if (x + width > right) {
        x = left;
        y += CHIP + 6;
      }
      brush.fill(x, y, width, CHIP, CHIP / 2, Role.CHIP);
      brush.words(
          x + width / 2,
          y + CHIP / 2,
          parameter,
          Face.BODY,
          Role.TEXT,
          width - 20,
          Mark.Align.CENTER);
      x += width + 8;
    }
    return y + CHIP;
  }

  private List<String> lines(String text, Face face, double room) {
    return BrokenLines.of(brush.metrics(), face, text, room, MOST_LINES);
  }
}
