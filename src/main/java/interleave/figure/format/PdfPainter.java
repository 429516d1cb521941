package interleave.figure.format;

import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.HatchInk;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import interleave.typeface.Typecase;
import java.awt.Color;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Paints a display list on a page, whose points are 1/72 inch and go upwards. */
final class PdfPainter {
  private static final double POINTS = 0.75;
  private static final double ARC = 0.5523;
  private static final float[] SOLID = {};
  private static final float[] DASHES = {5, 4};
  private static final float[] DOTS = {1.5f, 3.5f};

  private final PDPageContentStream page;
  private final Palette palette;
  private final PdfFonts fonts;
  private final Map<Double, PDExtendedGraphicsState> veils = new HashMap<>();

  private PdfPainter(PDPageContentStream page, Palette palette, PdfFonts fonts) {
    this.page = page;
    this.palette = palette;
    this.fonts = fonts;
  }

  /** Adds a page with what lies on it. */
  static void page(PDDocument document, PdfPages.Page what, Palette palette, PdfFonts fonts)
      throws IOException {
    double height = what.height() * POINTS;
    PDPage page = new PDPage(new PDRectangle((float) (what.width() * POINTS), (float) height));
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      PdfPainter painter = new PdfPainter(content, palette, fonts);
      for (PdfPages.Placed placed : what.lists()) {
        content.saveGraphicsState();
        float k = (float) (POINTS * placed.scale());
        float left = (float) (placed.x() * POINTS);
        content.transform(new Matrix(k, 0, 0, -k, left, (float) (height - placed.y() * POINTS)));
        painter.paint(placed.list());
        content.restoreGraphicsState();
      }
    }
  }

  private void paint(DisplayList list) throws IOException {
    clip(list.width(), list.height());
    page.setLineJoinStyle(1);
    for (Mark mark : list.marks()) {
      if (Bounds.of(mark).isOn(list.width(), list.height())) {
        paint(mark);
      }
    }
  }

  private void clip(double width, double height) throws IOException {
    rect(0, 0, width, height);
    page.clip();
  }

  private void paint(Mark mark) throws IOException {
    switch (mark) {
      case Mark.Fill m -> {
        box(m.x(), m.y(), m.w(), m.h(), Math.min(m.radius(), Math.min(m.w(), m.h()) / 2));
        fill(m.role(), m.alpha());
      }
      case Mark.Hatch m -> hatch(m);
      case Mark.Outline m -> {
        box(m.x(), m.y(), m.w(), m.h(), m.radius());
        stroke(m.role(), m.thickness(), Mark.Stroke.SOLID);
      }
      case Mark.Line m -> {
        trace(m.x1(), m.y1(), m.x2(), m.y2());
        stroke(m.role(), m.thickness(), m.stroke());
      }
      case Mark.Path m -> {
        trace(m.points());
        stroke(m.role(), m.thickness(), Mark.Stroke.SOLID);
      }
      case Mark.Area m -> {
        trace(m.points());
        fill(m.role(), m.alpha());
      }
      case Mark.Curve m -> curve(m);
      case Mark.Disc m -> disc(m);
      case Mark.Text m -> words(m);
    }
  }

  private void hatch(Mark.Hatch m) throws IOException {
    boolean solid = HatchInk.isSolid(m);
    rect(m.x(), m.y(), m.w(), m.h());
    fill(solid ? m.ink() : m.ground(), 1);
    if (solid) {
      return;
    }
    page.saveGraphicsState();
    rect(m.x(), m.y(), m.w(), m.h());
    page.clip();
    Ink ink = new Ink();
    HatchInk.rectangles(m, ink::rectangle);
    if (ink.any) {
      fill(m.ink(), 1);
    }
    ink.any = false;
    HatchInk.lines(m, ink::line);
    if (ink.any) {
      stroke(m.ink(), HatchInk.thickness(m.pattern()), Mark.Stroke.SOLID);
    }
    page.restoreGraphicsState();
  }

  /** Adds to the path; what goes wrong comes out when it is painted. */
  private final class Ink {
    boolean any;

    void rectangle(double x, double y, double w, double h) {
      any = true;
      unchecked(() -> rect(x, y, w, h));
    }

    void line(double x1, double y1, double x2, double y2) {
      any = true;
      unchecked(() -> trace(x1, y1, x2, y2));
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static void unchecked(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void curve(Mark.Curve m) throws IOException {
    CurveShape shape = CurveShape.of(m);
    page.moveTo(f(m.x1()), f(m.y1()));
    if (shape.straight()) {
      page.lineTo(f(shape.endX()), f(shape.endY()));
    } else {
      page.curveTo(
          f(m.cx1()), f(m.cy1()), f(shape.cx2()), f(shape.cy2()), f(shape.endX()), f(shape.endY()));
    }
    stroke(m.role(), m.thickness(), m.stroke());
    if (m.head()) {
      trace(shape.head());
      fill(m.role(), 1);
    }
  }

  private void disc(Mark.Disc m) throws IOException {
    round(m.x() - m.radius(), m.y() - m.radius(), 2 * m.radius(), 2 * m.radius(), m.radius());
    fill(m.fill(), 1);
    if (m.thickness() > 0) {
      round(m.x() - m.radius(), m.y() - m.radius(), 2 * m.radius(), 2 * m.radius(), m.radius());
      stroke(m.stroke(), m.thickness(), Mark.Stroke.SOLID);
    }
  }

  private void words(Mark.Text m) throws IOException {
    Typecase type = fonts.type();
    double width = type.width(m.face(), m.text());
    double x =
        switch (m.align()) {
          case LEFT -> m.x();
          case CENTER -> m.x() - width / 2;
          case RIGHT -> m.x() - width;
        };
    double y = m.y() + type.below(m.face());
    page.setNonStrokingColor(colour(m.role()));
    page.beginText();
    for (Typecase.Run run : type.runs(m.face(), m.text())) {
      page.setFont(fonts.font(run.font()), f(m.face().size()));
      page.setTextMatrix(new Matrix(1, 0, 0, -1, f(x), f(y)));
      page.showText(run.text());
      x += run.width() * m.face().size();
    }
    page.endText();
  }

  private void box(double x, double y, double w, double h, double radius) throws IOException {
    if (radius > 0) {
      round(x, y, w, h, radius);
    } else {
      rect(x, y, w, h);
    }
  }

  private void rect(double x, double y, double w, double h) throws IOException {
    page.addRect(f(x), f(y), f(Math.max(0, w)), f(Math.max(0, h)));
  }

  private void round(double x, double y, double w, double h, double r) throws IOException {
    double c = r * (1 - ARC);
    double right = x + w;
    double bottom = y + h;
    page.moveTo(f(x + r), f(y));
    page.lineTo(f(right - r), f(y));
    page.curveTo(f(right - c), f(y), f(right), f(y + c), f(right), f(y + r));
    page.lineTo(f(right), f(bottom - r));
    page.curveTo(f(right), f(bottom - c), f(right - c), f(bottom), f(right - r), f(bottom));
    page.lineTo(f(x + r), f(bottom));
    page.curveTo(f(x + c), f(bottom), f(x), f(bottom - c), f(x), f(bottom - r));
    page.lineTo(f(x), f(y + r));
    page.curveTo(f(x), f(y + c), f(x + c), f(y), f(x + r), f(y));
    page.closePath();
  }

  private void trace(double... points) throws IOException {
    page.moveTo(f(points[0]), f(points[1]));
    for (int i = 2; i < points.length; i += 2) {
      page.lineTo(f(points[i]), f(points[i + 1]));
    }
  }

  private void fill(Role role, double alpha) throws IOException {
    page.setNonStrokingColor(colour(role));
    if (alpha < 1) {
      page.setGraphicsStateParameters(veil(alpha));
    }
    page.fill();
    if (alpha < 1) {
      page.setGraphicsStateParameters(veil(1));
    }
  }

  private PDExtendedGraphicsState veil(double alpha) {
    return veils.computeIfAbsent(
        alpha,
        share -> {
          PDExtendedGraphicsState state = new PDExtendedGraphicsState();
          state.setNonStrokingAlphaConstant((float) (double) share);
          return state;
        });
  }

  private void stroke(Role role, double thickness, Mark.Stroke kind) throws IOException {
    page.setStrokingColor(colour(role));
    page.setLineWidth(f(thickness));
    page.setLineDashPattern(
        switch (kind) {
          case SOLID -> SOLID;
          case DASHED -> DASHES;
          case DOTTED -> DOTS;
        },
        0);
    page.stroke();
  }

  private Color colour(Role role) {
    return new Color(palette.colour(role));
  }

  /** To a hundredth of a pixel. */
  private static float f(double value) {
    return Math.round(value * 100) / 100f;
  }
}
