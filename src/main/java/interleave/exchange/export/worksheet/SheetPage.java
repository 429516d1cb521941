package interleave.exchange.export.worksheet;

import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.format.PdfPages;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.typeface.Typecase;
import java.util.ArrayList;
import java.util.List;

/** One page that is filled from the top. */
final class SheetPage {
  static final double MARGIN = PageSize.MARGIN * Paper.Unit.MM.pixels();

  /** How far a figure's rows begin and end within it, so that they line up with the words. */
  static final double FIGURE_LEFT = 20;

  static final double FIGURE_SIDES = 32;

  private final double width;
  private final double height;
  private final Brush brush;
  private final List<PdfPages.Placed> figures = new ArrayList<>();
  private double y = MARGIN;

  SheetPage(PageSize size, Typecase type) {
    width = size.width() * Paper.Unit.MM.pixels();
    height = size.height() * Paper.Unit.MM.pixels();
    brush = new Brush(type);
  }

  Brush brush() {
    return brush;
  }

  double left() {
    return MARGIN;
  }

  double right() {
    return width - MARGIN;
  }

  /** How wide a line may be. */
  double line() {
    return width - 2 * MARGIN;
  }

  double y() {
    return y;
  }

  void down(double pixels) {
    y += pixels;
  }

  double rest() {
    return height - MARGIN - y;
  }

  boolean begun() {
    return y > MARGIN;
  }

  /** One line of words; their middle is half its height below where the page is filled. */
  void words(double x, String text, Face face, Role role, double high) {
    brush.words(x, y + high / 2, text, face, role);
    y += high;
  }

  /** A line to write on. */
  void rule(double from, double to) {
    brush.line(from, y - 0.5, to, y - 0.5, Role.MUTED, 0.75);
  }

  /** No larger than it is, and within that height. */
  void place(DisplayList list, double room) {
    double fits = Math.min(room / list.height(), line() / (list.width() - FIGURE_SIDES));
    double scale = Math.min(1, fits);
    figures.add(new PdfPages.Placed(list, MARGIN - FIGURE_LEFT * scale, y, scale));
    y += list.height() * scale;
  }

  /** With what stands below every page. */
  PdfPages.Page done(String title, String number) {
    double foot = height - MARGIN / 2;
    double room = line() - brush.width(Face.SMALL, number) - 20;
    brush.words(left(), foot, title, Face.SMALL, Role.MUTED, room, Mark.Align.LEFT);
    brush.words(right(), foot, number, Face.SMALL, Role.MUTED, line(), Mark.Align.RIGHT);
    List<PdfPages.Placed> all = new ArrayList<>(figures);
    all.add(new PdfPages.Placed(brush.list(width, height), 0, 0, 1));
    return new PdfPages.Page(width, height, all);
  }
}
