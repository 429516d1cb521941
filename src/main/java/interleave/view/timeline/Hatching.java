package interleave.view.timeline;

import interleave.timeline.draw.HatchInk;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Paints hatched areas: diagonals, horizontal and vertical lines, dots, dashes. One stroke an area,
 * crisp at any scale.
 */
final class Hatching {
  private final Function<Role, Color> colour;

  Hatching(Function<Role, Color> colour) {
    this.colour = colour;
  }

  void paint(Mark.Hatch m, GraphicsContext g) {
    g.setFill(colour.apply(m.ground()));
    g.fillRect(m.x(), m.y(), m.w(), m.h());
    g.setStroke(colour.apply(m.ink()));
    g.setFill(colour.apply(m.ink()));
    g.setLineDashes((double[]) null);
    if (HatchInk.isSolid(m)) {
      g.fillRect(m.x(), m.y(), m.w(), m.h());
      return;
    }
    switch (m.pattern()) {
      case DIAGONAL -> diagonal(m, g);
      case BACK_DIAGONAL -> backDiagonal(m, g);
      case PLAIN, HORIZONTAL, VERTICAL, DOTS, DASHES -> HatchInk.rectangles(m, g::fillRect);
    }
  }

  /** Each line from the bottom edge up to the right, cut where it leaves the area. */
  private static void diagonal(Mark.Hatch m, GraphicsContext g) {
    g.setLineWidth(HatchInk.DIAGONAL);
    g.beginPath();
    double right = m.x() + m.w();
    double bottom = m.y() + m.h();
    double first = HatchInk.phased(m.phase(), m.x() - m.h(), HatchInk.DIAGONAL_STEP);
    for (double x = first; x < right; x += HatchInk.DIAGONAL_STEP) {
      double from = Math.max(x, m.x());
      double to = Math.min(x + m.h(), right);
      if (to > from) {
        g.moveTo(from, bottom - (from - x));
        g.lineTo(to, bottom - (to - x));
      }
    }
    g.stroke();
  }

  /** Each line from the top edge down to the right, cut where it leaves the area. */
  private static void backDiagonal(Mark.Hatch m, GraphicsContext g) {
    g.setLineWidth(HatchInk.LINE);
    g.beginPath();
    double right = m.x() + m.w();
    double first = HatchInk.phased(m.phase(), m.x() - m.h(), HatchInk.BACK_STEP);
    for (double x = first; x < right; x += HatchInk.BACK_STEP) {
      double from = Math.max(x, m.x());
      double to = Math.min(x + m.h(), right);
      if (to > from) {
        g.moveTo(from, m.y() + from - x);
        g.lineTo(to, m.y() + to - x);
      }
    }
    g.stroke();
  }
}
