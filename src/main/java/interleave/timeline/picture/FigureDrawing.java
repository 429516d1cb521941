package interleave.timeline.picture;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.Shift;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.HitMap;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.tableau.TableauDrawing;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A timeline as a picture of its own: title, subtitle, parameters, the timeline in full height,
 * tableau and footer; or on several pages.
 */
public final class FigureDrawing {
  /** What is left free between the rows and the end of a page. */
  private static final double BOTTOM = 8;

  /** Kinds of rows that stand above those that belong to them. */
  private static final Set<String> HEADERS = Set.of("process", "host");

  private static final Words WORDS = Words.of("timeline/draw");

  private static final double LEGEND_LINE = 17;
  private static final int MOST_LEGEND = 12;

  /** No page of paper reaches further. */
  private static final double FURTHER = 2_000;

  private final TextMetrics metrics;
  private final FigureCaption caption;
  private final Set<FigurePart> parts;
  private final TimelineDrawing drawing;

  public FigureDrawing(TextMetrics metrics, FigureCaption caption, Set<FigurePart> parts) {
    this(
        metrics,
        caption,
        parts,
        TimelineDrawing.printed(metrics, parts.contains(FigurePart.OVERVIEW)));
  }

  private FigureDrawing(
      TextMetrics metrics, FigureCaption caption, Set<FigurePart> parts, TimelineDrawing drawing) {
    this.metrics = metrics;
    this.caption = caption;
    this.parts = parts.isEmpty() ? EnumSet.noneOf(FigurePart.class) : EnumSet.copyOf(parts);
    this.drawing = drawing;
  }

  /** One of rows to draw into: names, ruler, and a legend of the states where one is wanted. */
  public static FigureDrawing blank(
      TextMetrics metrics, FigureCaption caption, Set<FigurePart> parts) {
    Set<FigurePart> some = EnumSet.noneOf(FigurePart.class);
    some.addAll(parts);
    some.retainAll(EnumSet.of(FigurePart.TITLE, FigurePart.LEGEND, FigurePart.FOOTER));
    return new FigureDrawing(metrics, caption, some, TimelineDrawing.blank(metrics));
  }

  /** What of a figure comes: rows from one height on up to another, and what else of it. */
  private record Piece(double from, double to, boolean first, boolean last) {}

  /**
   * The picture of that view, as high as it needs to be. Where that is higher than its frame it
   * ends with the last row that has room, and says how many more there are.
   */
  public Picture draw(View view) {
    Rows rows = drawing.layOut(view);
    double room = Math.max(1, view.frame().height() - view.frame().bodyTop());
    return draw(view, rows, new Piece(0, edge(rows, 0, room), true, true));
  }

  /** The rows alone, as high as they are, and where in the picture they lie. */
  public record Sign(Picture picture, double left, double top, double right, double bottom) {}

  /** A sign of a run, too small for words: what stands in its rows, no more than that high. */
  public Sign sign(View view, double height) {
    Rows rows = drawing.layOut(view);
    PictureAreas frame = drawing.frame(view.timeline(), view.frame().width(), 0).withLegend(0);
    double bottom = frame.bodyTop() + Math.min(rows.height(), height);
    View window = view.withPlayhead(Timeline.OPEN).withFrame(frame.withHeight(bottom));
    Picture picture = drawing.draw(window, rows);
    return new Sign(picture, frame.trackLeft(), frame.bodyTop(), frame.trackRight(), bottom);
  }

  /**
   * The same in pages, each no higher than that as far as rows can be divided: each begins with the
   * ruler and ends with the legend. The first has the title, the last tableau and footer.
   */
  public List<Picture> pages(View view, double height) {
    Rows rows = drawing.layOut(view);
    List<Picture> pages = new ArrayList<>();
    double from = 0;
    while (from < rows.height() || pages.isEmpty()) {
      boolean first = pages.isEmpty();
      Piece rest = new Piece(from, rows.height(), first, true);
      Picture page = draw(view, rows, rest);
      double over = page.contentHeight() - height;
      if (over <= 0) {
        pages.add(page);
        break;
      }
      Picture without = draw(view, rows, new Piece(from, rows.height(), first, false));
      double to = edge(rows, from, rows.height() - (without.contentHeight() - height));
      pages.add(draw(view, rows, new Piece(from, to, first, false)));
      if (to >= rows.height()) {
        last(view, rows, pages);
        break;
      }
      from = to;
    }
    return pages;
  }

  /** Tableau and footer on a page of their own. */
  private void last(View view, Rows rows, List<Picture> pages) {
    if (parts.contains(FigurePart.TABLEAU) || parts.contains(FigurePart.FOOTER)) {
      pages.add(draw(view, rows, new Piece(rows.height(), rows.height(), false, true)));
    }
  }

  /**
   * The end of the last row that ends before {@code to}, at least one row further; a header stays
   * with what is below it.
   */
  private static double edge(Rows rows, double from, double to) {
    double edge = from;
    for (Row row : rows.between(from, rows.height())) {
      if (row.bottom() > to && edge > from) {
        break;
      }
      if (!HEADERS.contains(row.source().name())) {
        edge = Math.max(edge, row.bottom());
      }
    }
    edge = edge > from ? edge : rows.height(); // headers are all that is left
    return to >= rows.height() ? rows.height() : edge;
  }

  private Picture draw(View asked, Rows rows, Piece piece) {
    double width = asked.frame().width();
    View view = parts.contains(FigurePart.PLAYHEAD) ? asked : asked.withPlayhead(Timeline.OPEN);
    PictureAreas frame = drawing.frame(view.timeline(), width, 0).withLegend(0);
    Brush words = new Brush(metrics);
    FigureHead head = new FigureHead(caption, frame, words);
    double top = piece.first && parts.contains(FigurePart.TITLE) ? head.head() : BOTTOM;
    List<Mark> marks = new ArrayList<>();
    double bottom = top;
    if (piece.to > piece.from || piece.first) {
      View window = view.withFrame(frame).scrolled(piece.from);
      Picture timeline = legended(window, rows, piece.to - piece.from);
      double cut = cut(view);
      timeline.list().marks().forEach(mark -> marks.add(Shift.down(mark, top - cut)));
      bottom = top - cut + timeline.list().height();
      if (piece.to < rows.height()) { // arrows lead to rows of other pages
        marks.add(new Mark.Fill(0, bottom, width, FURTHER, 0, Role.BACKGROUND, 1));
      }
    }
    if (piece.last && piece.to < rows.height()) {
      int left = rows.between(piece.to, rows.height()).size();
      words.words(
          frame.left(),
          bottom + LEGEND_LINE / 2,
          WORDS.count("rows.left", left),
          Face.BODY,
          Role.MUTED);
      bottom += LEGEND_LINE;
    }
    if (piece.last && parts.contains(FigurePart.TABLEAU)) {
      Picture stage = stage(asked, width);
      double from = bottom;
      stage.list().marks().forEach(mark -> marks.add(Shift.down(mark, from)));
      bottom += stage.list().height();
    }
    if (piece.last && parts.contains(FigurePart.FOOTER)) {
      bottom = head.foot(bottom);
    }
    double height = Math.ceil(bottom + BOTTOM);
    // Words last: without an overview the ground of the timeline reaches below them.
    List<Mark> all = new ArrayList<>();
    all.add(new Mark.Fill(0, 0, width, height, 0, Role.BACKGROUND, 1));
    all.addAll(marks);
    all.addAll(words.list(width, height).marks());
    return new Picture(new DisplayList(width, height, all), HitMap.EMPTY, rows, height);
  }

  /** How much of the room of an overview stays empty where there is none. */
  private double cut(View view) {
    if (parts.contains(FigurePart.OVERVIEW)) {
      return 0;
    }
    return PictureAreas.OVERVIEW - (view.playhead() == Timeline.OPEN ? 2 : 12);
  }

  /** With as many lines of legend as it takes. */
  private Picture legended(View view, Rows rows, double body) {
    PictureAreas frame = view.frame();
    double high = frame.bodyTop() + body;
    if (!parts.contains(FigurePart.LEGEND) || view.folds().hidesLegend()) {
      return drawing.draw(view.withFrame(frame.withHeight(high)), rows);
    }
    double legend = PictureAreas.LEGEND;
    Picture picture = Picture.EMPTY;
    for (int i = 0; i < MOST_LEGEND; i++, legend += LEGEND_LINE) {
      PictureAreas room = frame.withLegend(legend).withHeight(high + legend);
      picture = drawing.draw(view.withFrame(room), rows);
      if (drawing.unexplained() == 0) {
        break;
      }
    }
    return picture;
  }

  private Picture stage(View view, double width) {
    return new TableauDrawing(metrics)
        .draw(view.timeline(), view.moment(), view.selection(), width);
  }
}
