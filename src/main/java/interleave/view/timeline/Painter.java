package interleave.view.timeline;

import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Paints display lists on a canvas. It knows rectangles, hatches, arrows and text; no locks. */
public final class Painter {
  private static final double[] DASHES = {5, 4};
  private static final double[] DOTS = {1.5, 3.5};

  private final Typefaces typefaces;
  private final Palette palette;
  private final Map<Role, Color> colours = new EnumMap<>(Role.class);
  private final Hatching hatching;

  public Painter(Typefaces typefaces, Palette palette) {
    this.typefaces = typefaces;
    this.palette = palette;
    hatching = new Hatching(this::colour);
  }

  public void paint(DisplayList list, GraphicsContext g) {
    g.save();
    g.setTextBaseline(VPos.CENTER);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineCap(StrokeLineCap.BUTT);
    for (Mark mark : list.marks()) {
      paint(mark, g);
    }
    g.restore();
  }

  private void paint(Mark mark, GraphicsContext g) {
    switch (mark) {
      case Mark.Fill m -> fill(m, g);
      case Mark.Hatch m -> hatching.paint(m, g);
      case Mark.Outline m -> outline(m, g);
      case Mark.Line m -> {
        stroke(m.role(), m.thickness(), m.stroke(), g);
        g.strokeLine(m.x1(), m.y1(), m.x2(), m.y2());
      }
      case Mark.Path m -> {
        stroke(m.role(), m.thickness(), Mark.Stroke.SOLID, g);
        trace(m.points(), g);
        g.stroke();
      }
      case Mark.Area m -> {
        g.setFill(colour(m.role(), m.alpha()));
        trace(m.points(), g);
        g.fill();
      }
      case Mark.Curve m -> curve(m, g);
      case Mark.Disc m -> disc(m, g);
      case Mark.Text m -> words(m, g);
    }
  }

  private void fill(Mark.Fill m, GraphicsContext g) {
    g.setFill(colour(m.role(), m.alpha()));
    if (m.radius() > 0) {
      g.fillRoundRect(m.x(), m.y(), m.w(), m.h(), 2 * m.radius(), 2 * m.radius());
    } else {
      g.fillRect(m.x(), m.y(), m.w(), m.h());
    }
  }

  private void outline(Mark.Outline m, GraphicsContext g) {
    stroke(m.role(), m.thickness(), Mark.Stroke.SOLID, g);
    if (m.radius() > 0) {
      g.strokeRoundRect(m.x(), m.y(), m.w(), m.h(), 2 * m.radius(), 2 * m.radius());
    } else {
      g.strokeRect(m.x(), m.y(), m.w(), m.h());
    }
  }

  private void curve(Mark.Curve m, GraphicsContext g) {
    stroke(m.role(), m.thickness(), m.stroke(), g);
    double size = m.head() ? 5.5 + 2.5 * m.thickness() : 0;
    double fromX = m.cx2() == m.x2() && m.cy2() == m.y2() ? m.x1() : m.cx2();
    double fromY = m.cx2() == m.x2() && m.cy2() == m.y2() ? m.y1() : m.cy2();
    double angle = Math.atan2(m.y2() - fromY, m.x2() - fromX);
    double endX = m.x2() - Math.cos(angle) * size * 0.8;
    double endY = m.y2() - Math.sin(angle) * size * 0.8;
    g.beginPath();
    g.moveTo(m.x1(), m.y1());
    g.bezierCurveTo(
        m.cx1(),
        m.cy1(),
        m.head() ? lead(m.cx2(), m.x2(), endX) : m.cx2(),
        m.head() ? lead(m.cy2(), m.y2(), endY) : m.cy2(),
        endX,
        endY);
    g.stroke();
    if (m.head()) {
      head(m.x2(), m.y2(), angle, size, m.role(), g);
    }
  }

  /** A control point that coincides with the end moves along with it. */
  private static double lead(double control, double end, double moved) {
    return control == end ? moved : control;
  }

  private void head(double x, double y, double angle, double size, Role role, GraphicsContext g) {
    double spread = 0.42;
    g.setFill(colour(role));
    g.fillPolygon(
        new double[] {x, x - size * Math.cos(angle - spread), x - size * Math.cos(angle + spread)},
        new double[] {y, y - size * Math.sin(angle - spread), y - size * Math.sin(angle + spread)},
        3);
  }

  private void disc(Mark.Disc m, GraphicsContext g) {
    double d = m.radius() * 2;
    g.setFill(colour(m.fill()));
    g.fillOval(m.x() - m.radius(), m.y() - m.radius(), d, d);
    if (m.thickness() > 0) {
      stroke(m.stroke(), m.thickness(), Mark.Stroke.SOLID, g);
      g.strokeOval(m.x() - m.radius(), m.y() - m.radius(), d, d);
    }
  }

  private void words(Mark.Text m, GraphicsContext g) {
    g.setFont(typefaces.font(m.face()));
    g.setFill(colour(m.role()));
    g.setTextAlign(
        switch (m.align()) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    g.fillText(m.text(), m.x(), m.y());
  }

  private void stroke(Role role, double thickness, Mark.Stroke kind, GraphicsContext g) {
    g.setStroke(colour(role));
    g.setLineWidth(thickness);
    switch (kind) {
      case SOLID -> g.setLineDashes((double[]) null);
      case DASHED -> g.setLineDashes(DASHES);
      case DOTTED -> g.setLineDashes(DOTS);
    }
  }

  private static void trace(double[] points, GraphicsContext g) {
    g.beginPath();
    g.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      g.lineTo(points[i], points[i + 1]);
    }
  }

  public Color colour(Role role) {
    return colours.computeIfAbsent(role, r -> color(palette.colour(r), 1));
  }

  private Color colour(Role role, double alpha) {
    return alpha == 1 ? colour(role) : color(palette.colour(role), alpha);
  }

  private static Color color(int rgb, double alpha) {
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
  }
}
