package interleave.figure.format;

import interleave.figure.Figure;
import interleave.figure.Paper;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.FillPattern;
import interleave.timeline.draw.HatchInk;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import interleave.timeline.picture.FigureCaption;
import interleave.words.Product;
import java.util.Map;
import java.util.TreeMap;

/** Paints a display list as the text of an SVG document. */
final class SvgPainter {
  private final Figure figure;
  private final DisplayList list;
  private final Palette palette;
  private final SvgWords words;
  private final StringBuilder body = new StringBuilder();
  private final Map<String, String> patterns = new TreeMap<>();

  SvgPainter(Figure figure, DisplayList list) {
    this.figure = figure;
    this.list = list;
    palette = figure.palette();
    words = new SvgWords(figure.type(), figure.options().paper().embedsFonts());
  }

  String text() {
    for (Mark mark : list.marks()) {
      if (Bounds.of(mark).isOn(list.width(), list.height())) {
        paint(mark);
      }
    }
    StringBuilder document = new StringBuilder();
    head(document);
    document.append("<style>\n").append(words.style()).append("</style>\n");
    if (!patterns.isEmpty()) {
      document.append("<defs>\n");
      patterns.values().forEach(document::append);
      document.append("</defs>\n");
    }
    return document.append(body).append("</svg>\n").toString();
  }

  private void head(StringBuilder out) {
    FigureCaption caption = figure.caption();
    String title = caption.title().isBlank() ? Product.NAME : caption.title();
    String size = "0 0 " + Numbers.of(list.width()) + " " + Numbers.of(list.height());
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"")
        .append(length(list.width()))
        .append("\" height=\"")
        .append(length(list.height()))
        .append("\" viewBox=\"")
        .append(size)
        .append("\" xml:lang=\"")
        .append(figure.language().tag())
        .append("\" role=\"img\">\n");
    out.append("<title>").append(XmlText.of(title)).append("</title>\n");
    String told = (caption.subtitle() + " " + String.join(", ", caption.parameters())).strip();
    if (!told.isEmpty()) {
      out.append("<desc>").append(XmlText.of(told)).append("</desc>\n");
    }
  }

  /** In the unit that was asked for, so that documents take it at exactly that size. */
  private String length(double pixels) {
    Paper paper = figure.options().paper();
    boolean mm = paper.unit() == Paper.Unit.MM;
    return Numbers.of(mm ? pixels * paper.width() / list.width() : pixels) + (mm ? "mm" : "");
  }

  private void paint(Mark mark) {
    switch (mark) {
      case Mark.Fill m -> {
        box(m.x(), m.y(), m.w(), m.h());
        radius(Math.min(m.radius(), Math.min(m.w(), m.h()) / 2));
        fill(m.role(), m.alpha());
      }
      case Mark.Hatch m -> hatch(m);
      case Mark.Outline m -> {
        box(m.x(), m.y(), m.w(), m.h());
        radius(m.radius());
        attribute("fill", "none");
        stroke(m.role(), m.thickness(), Mark.Stroke.SOLID);
      }
      case Mark.Line m -> {
        body.append("<path d=\"M").append(point(m.x1(), m.y1())).append('L');
        body.append(point(m.x2(), m.y2())).append('"');
        stroke(m.role(), m.thickness(), m.stroke());
      }
      case Mark.Path m -> {
        body.append("<path d=\"").append(points(m.points())).append("\" fill=\"none\"");
        attribute("stroke-linejoin", "round");
        stroke(m.role(), m.thickness(), Mark.Stroke.SOLID);
      }
      case Mark.Area m -> {
        body.append("<path d=\"").append(points(m.points())).append("Z\"");
        fill(m.role(), m.alpha());
      }
      case Mark.Curve m -> curve(m);
      case Mark.Disc m -> {
        body.append("<circle cx=\"").append(Numbers.of(m.x())).append("\" cy=\"");
        body.append(Numbers.of(m.y())).append("\" r=\"").append(Numbers.of(m.radius()));
        body.append("\" fill=\"").append(colour(m.fill())).append('"');
        stroke(m.stroke(), m.thickness(), Mark.Stroke.SOLID);
      }
      case Mark.Text m -> words.add(m, colour(m.role()), body);
    }
  }

  private void hatch(Mark.Hatch m) {
    box(m.x(), m.y(), m.w(), m.h());
    boolean solid = HatchInk.isSolid(m);
    fill(solid ? m.ink() : m.ground(), 1);
    if (solid || m.w() <= 0) {
      return;
    }
    String name = "h-" + m.pattern().ordinal() + "-" + m.ink().ordinal();
    patterns.putIfAbsent(name, SvgHatch.pattern(name, m.pattern(), colour(m.ink())));
    // A pattern lies where the coordinates of what it fills begin.
    double x = SvgHatch.rest(m.phase(), m.pattern());
    double y = m.pattern() == FillPattern.DIAGONAL ? m.y() + m.h() : m.y();
    body.append("<path transform=\"translate(").append(Numbers.of(x)).append(' ');
    body.append(Numbers.of(y)).append(")\" d=\"M").append(point(m.x() - x, m.y() - y));
    body.append('h').append(Numbers.of(m.w())).append('v').append(Numbers.of(m.h()));
    body.append('h').append(Numbers.of(-m.w())).append("z\" fill=\"url(#").append(name);
    body.append(")\"/>\n");
  }

  private void curve(Mark.Curve m) {
    CurveShape shape = CurveShape.of(m);
    body.append("<path d=\"M").append(point(m.x1(), m.y1()));
    if (shape.straight()) {
      body.append('L');
    } else {
      body.append('C').append(point(m.cx1(), m.cy1())).append(' ');
      body.append(point(shape.cx2(), shape.cy2())).append(' ');
    }
    body.append(point(shape.endX(), shape.endY())).append("\" fill=\"none\"");
    stroke(m.role(), m.thickness(), m.stroke());
    if (m.head()) {
      body.append("<path d=\"").append(points(shape.head())).append("Z\"");
      fill(m.role(), 1);
    }
  }

  private void box(double x, double y, double w, double h) {
    body.append("<rect x=\"").append(Numbers.of(x)).append("\" y=\"").append(Numbers.of(y));
    body.append("\" width=\"").append(Numbers.of(Math.max(0, w))).append("\" height=\"");
    body.append(Numbers.of(Math.max(0, h))).append('"');
  }

  private void radius(double radius) {
    if (radius > 0) {
      attribute("rx", Numbers.of(radius));
    }
  }

  /** Ends an element that is filled. */
  private void fill(Role role, double alpha) {
    attribute("fill", colour(role));
    if (alpha < 1) {
      attribute("fill-opacity", Numbers.of(alpha));
    }
    body.append("/>\n");
  }

  /** Ends an element that has an edge. */
  private void stroke(Role role, double thickness, Mark.Stroke kind) {
    if (thickness > 0) {
      attribute("stroke", colour(role));
      attribute("stroke-width", Numbers.of(thickness));
      if (kind != Mark.Stroke.SOLID) {
        attribute("stroke-dasharray", kind == Mark.Stroke.DOTTED ? "1.5 3.5" : "5 4");
      }
    }
    body.append("/>\n");
  }

  private void attribute(String name, String value) {
    body.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private String colour(Role role) {
    return "#%06x".formatted(palette.colour(role));
  }

  private static String point(double x, double y) {
    return Numbers.of(x) + " " + Numbers.of(y);
  }

  private static String points(double[] points) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      text.append(i == 0 ? 'M' : 'L').append(point(points[i], points[i + 1]));
    }
    return text.toString();
  }
}
