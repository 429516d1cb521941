package interleave.exchange.export.worksheet;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.figure.FigureExport;
import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.format.FigureFormats;
import interleave.figure.format.PdfPages;
import interleave.file.Progress;
import interleave.timeline.picture.FigurePart;
import interleave.typeface.Typecase;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A worksheet of a run.
 *
 * @param kind what it is written as
 * @param options colours, pages and language of it; a page in landscape is one for all, and
 *     otherwise what fits better there has it
 */
public record WorksheetFormat(Kind kind, FigureOptions options) implements ExportFormat {
  /** For printers without colours, on A4. */
  public static final FigureOptions USUAL =
      FigureOptions.USUAL.in(FigureTheme.GREY).on(Paper.USUAL.on(PageSize.A4));

  private static final Words WORDS = Words.of("exchange/worksheet");

  /** What it is written as. */
  public enum Kind {
    PDF(".worksheet.pdf"),
    HTML(".worksheet.html");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    /** Less than the whole suffix would be a figure's. */
    public String suffix() {
      return suffix;
    }
  }

  /** As they usually are. */
  public static List<WorksheetFormat> all() {
    return List.of(new WorksheetFormat(Kind.PDF, USUAL), new WorksheetFormat(Kind.HTML, USUAL));
  }

  /** Whether a worksheet of it has the question of a lesson, and the answer. */
  public static boolean asks(Excerpt what) {
    return Worksheet.lesson(what.manifest()).isPresent();
  }

  public WorksheetFormat with(FigureOptions others) {
    return new WorksheetFormat(kind, others);
  }

  @Override
  public List<String> suffixes() {
    return List.of(kind.suffix());
  }

  @Override
  public String title() {
    return WORDS.get("format." + kind);
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    write(what, Typecase.shared(), out, progress);
  }

  /** Writes it in those typefaces. */
  void write(Excerpt what, Typecase type, OutputStream out, Progress progress) throws IOException {
    Worksheet sheet = Worksheet.of(what, figure(what, type));
    Progress.check(progress, 1, 4);
    switch (kind) {
      case PDF -> pdf(sheet, out, progress.part(0.25, 1));
      case HTML -> {
        String text = new SheetHtml(sheet, page()).text();
        Progress.check(progress, 3, 4);
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Figure figure(Excerpt what, Typecase type) {
    FigureOptions wanted = options.with(EnumSet.of(FigurePart.LEGEND));
    return new FigureExport(FigureFormats.ALL.getFirst(), wanted, Optional.empty())
        .figure(what, type);
  }

  private PageSize page() {
    PageSize page = options.paper().page();
    return page == PageSize.FIGURE ? PageSize.A4 : page;
  }

  private void pdf(Worksheet sheet, OutputStream out, Progress progress) throws IOException {
    Figure figure = sheet.figure();
    List<PdfPages.Page> pages =
        figure.language().speaking(() -> new SheetPages(sheet, page()).pages());
    new PdfPages(
            sheet.title(),
            sheet.caption().subtitle(),
            figure.language(),
            figure.subject().created(),
            figure.palette(),
            figure.type(),
            pages)
        .write(out, progress);
  }
}
