package interleave.timeline.draw;

import java.util.List;
import java.util.Locale;

/** Everything to paint, from the bottom up. */
public record DisplayList(double width, double height, List<Mark> marks) {
  public static final DisplayList EMPTY = new DisplayList(0, 0, List.of());

  public DisplayList {
    marks = List.copyOf(marks);
  }

  /** One line a mark, for people and for comparing in tests; pixels to one decimal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Mark mark : marks) {
      text.append(line(mark)).append('\n');
    }
    return text.toString();
  }

  private static String line(Mark mark) {
    return switch (mark) {
      case Mark.Fill m ->
          "fill    " + box(m.x(), m.y(), m.w(), m.h()) + " " + m.role() + alpha(m.alpha());
      case Mark.Hatch m ->
          "hatch   " + box(m.x(), m.y(), m.w(), m.h()) + " " + m.pattern() + " " + m.ink();
      case Mark.Outline m -> "outline " + box(m.x(), m.y(), m.w(), m.h()) + " " + m.role();
      case Mark.Line m ->
          "line    " + points(m.x1(), m.y1(), m.x2(), m.y2()) + " " + m.role() + " " + m.stroke();
      case Mark.Path m -> "path    " + points(m.points()) + " " + m.role();
      case Mark.Area m -> "area    " + points(m.points()) + " " + m.role() + alpha(m.alpha());
      case Mark.Curve m ->
          (m.head() ? "arrow   " : "curve   ")
              + points(m.x1(), m.y1(), m.x2(), m.y2())
              + " "
              + m.role()
              + " "
              + m.stroke();
      case Mark.Disc m ->
          "disc    "
              + points(m.x(), m.y())
              + " r"
              + n(m.radius())
              + " "
              + m.fill()
              + " "
              + m.stroke();
      case Mark.Text m ->
          "words   " + points(m.x(), m.y()) + " " + m.align() + " " + m.role() + " " + m.text();
    };
  }

  private static String box(double x, double y, double w, double h) {
    return n(x) + "," + n(y) + " " + n(w) + "x" + n(h);
  }

  private static String points(double... points) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      text.append(i == 0 ? "" : " ").append(n(points[i])).append(',').append(n(points[i + 1]));
    }
    return text.toString();
  }

  private static String alpha(double alpha) {
    return alpha == 1 ? "" : " " + n(alpha);
  }

  private static String n(double pixels) {
    String text = String.format(Locale.ROOT, "%.1f", pixels);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
