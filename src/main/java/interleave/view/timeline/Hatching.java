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
    HatchInk.rectangles(m, g::fillRect);
    g.setLineWidth(HatchInk.thickness(m.pattern()));
    g.beginPath();
    HatchInk.lines(
        m,
        (x1, y1, x2, y2) -> {
          g.moveTo(x1, y1);
          g.lineTo(x2, y2);
        });
    g.stroke();
  }
}
