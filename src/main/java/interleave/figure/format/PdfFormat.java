package interleave.figure.format;

import interleave.figure.Figure;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A figure on pages. */
final class PdfFormat implements FigureFormat {
  @Override
  public String suffix() {
    return ".pdf";
  }

  @Override
  public String title() {
    return Words.of("figure").get("pdf");
  }

  @Override
  public void write(Figure figure, OutputStream out, Progress progress) throws IOException {
    PageSize size = figure.options().paper().page();
    double high = size == PageSize.FIGURE ? 0 : room(size.height()) / shrunk(figure, size);
    List<PdfPages.Page> pages =
        figure.pages(high).stream().map(list -> page(figure, list, size)).toList();
    new PdfPages(
            figure.caption().title(),
            figure.caption().subtitle(),
            figure.language(),
            figure.subject().created(),
            figure.palette(),
            figure.type(),
            pages)
        .write(out, progress);
  }

  /** What of a page's edge is for the figure, in pixels. */
  private static double room(double millimetres) {
    return (millimetres - 2 * PageSize.MARGIN) * Paper.Unit.MM.pixels();
  }

  /** How much smaller the figure becomes to fit the width of the page. */
  private static double shrunk(Figure figure, PageSize size) {
    return size == PageSize.FIGURE
        ? 1
        : Math.min(1, room(size.width()) / figure.options().paper().pixels());
  }

  private static PdfPages.Page page(Figure figure, DisplayList list, PageSize size) {
    double scale = shrunk(figure, size) * figure.options().paper().pixels() / list.width();
    if (size == PageSize.FIGURE) {
      return new PdfPages.Page(
          list.width() * scale,
          list.height() * scale,
          List.of(new PdfPages.Placed(list, 0, 0, scale)));
    }
    double mm = Paper.Unit.MM.pixels();
    double left = (size.width() * mm - list.width() * scale) / 2;
    return new PdfPages.Page(
        size.width() * mm,
        size.height() * mm,
        List.of(new PdfPages.Placed(list, left, PageSize.MARGIN * mm, scale)));
  }
}
