package interleave.view.timeline;

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
  private static final double DIAGONAL_STEP = 7;
  private static final double LINE_STEP = 5;
  private static final double DOT_STEP = 6;
  private static final double BACK_STEP = 8;
  private static final double DASH_STEP = 9;
  private static final double DASH = 5;

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
    switch (m.pattern()) {
      case PLAIN -> g.fillRect(m.x(), m.y(), m.w(), m.h());
      case DIAGONAL -> diagonal(m, g);
      case BACK_DIAGONAL -> backDiagonal(m, g);
      case HORIZONTAL -> horizontal(m, g);
      case VERTICAL -> vertical(m, g);
      case DOTS -> dots(m, g);
      case DASHES -> dashes(m, g);
    }
  }

  /** Each line from the bottom edge up to the right, cut where it leaves the area. */
  private static void diagonal(Mark.Hatch m, GraphicsContext g) {
    if (m.w() < 3) {
      g.fillRect(m.x(), m.y(), m.w(), m.h());
      return;
    }
    g.setLineWidth(2);
    g.beginPath();
    double right = m.x() + m.w();
    double bottom = m.y() + m.h();
    double first = phased(m.phase(), m.x() - m.h(), DIAGONAL_STEP);
    for (double x = first; x < right; x += DIAGONAL_STEP) {
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
    g.setLineWidth(1.5);
    g.beginPath();
    double right = m.x() + m.w();
    for (double x = phased(m.phase(), m.x() - m.h(), BACK_STEP); x < right; x += BACK_STEP) {
      double from = Math.max(x, m.x());
      double to = Math.min(x + m.h(), right);
      if (to > from) {
        g.moveTo(from, m.y() + from - x);
        g.lineTo(to, m.y() + to - x);
      }
    }
    g.stroke();
  }

  private static void dashes(Mark.Hatch m, GraphicsContext g) {
    double right = m.x() + m.w();
    double first = phased(m.phase(), m.x() - DASH_STEP, DASH_STEP);
    boolean shifted = false;
    for (double y = m.y() + 2; y < m.y() + m.h() - 1; y += 4, shifted = !shifted) {
      for (double x = first + (shifted ? DASH_STEP / 2 : 0); x < right; x += DASH_STEP) {
        double from = Math.max(x, m.x());
        double to = Math.min(x + DASH, right);
        if (to > from) {
          g.fillRect(from, y, to - from, 1.3);
        }
      }
    }
  }

  private static void horizontal(Mark.Hatch m, GraphicsContext g) {
    g.setLineWidth(1.5);
    for (double y = m.y() + 1; y < m.y() + m.h(); y += LINE_STEP) {
      g.fillRect(m.x(), y, m.w(), 1.5);
    }
  }

  private static void vertical(Mark.Hatch m, GraphicsContext g) {
    double first = phased(m.phase(), m.x(), LINE_STEP) + LINE_STEP / 2;
    for (double x = first; x < m.x() + m.w() - 1; x += LINE_STEP) {
      g.fillRect(x, m.y(), 1.5, m.h());
    }
  }

  private static void dots(Mark.Hatch m, GraphicsContext g) {
    double first = phased(m.phase(), m.x(), DOT_STEP) + DOT_STEP / 2;
    int row = 0;
    for (double y = m.y() + 3; y < m.y() + m.h() - 1; y += DOT_STEP / 1.5, row++) {
      double shift = row % 2 == 0 ? 0 : DOT_STEP / 2;
      for (double x = first - shift; x < m.x() + m.w() - 0.7; x += DOT_STEP) {
        if (x >= m.x()) {
          g.fillRect(x, y, 1.4, 1.4);
        }
      }
    }
  }

  /** The first of the places {@code step} apart, one of them at {@code phase}, at or after x. */
  private static double phased(double phase, double x, double step) {
    return phase + Math.ceil((x - phase) / step) * step;
  }
}
