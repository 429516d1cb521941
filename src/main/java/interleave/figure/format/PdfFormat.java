package interleave.figure.format;

import interleave.figure.Figure;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import interleave.words.Product;
import interleave.words.Words;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Pages of vectors and words that can be selected, with their fonts. */
final class PdfFormat implements FigureFormat {
  static {
    // PDFBox asks AWT for colours; nothing is shown by it.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

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
    List<DisplayList> pages = figure.pages(high);
    try (PDDocument document = new PDDocument()) {
      document.setVersion(1.6f);
      document.setDocumentId(number(pages));
      tell(document, figure);
      PdfFonts fonts = new PdfFonts(document, figure.type());
      pages.forEach(page -> page.marks().forEach(fonts::meet));
      fonts.embed();
      for (int i = 0; i < pages.size(); i++) {
        PdfPainter.page(document, figure, fonts, pages.get(i), shrunk(figure, size));
        Progress.check(progress, i + 1, pages.size());
      }
      document.save(new OpenStream(out));
    }
  }

  /** The same for the same pages. */
  private static long number(List<DisplayList> pages) {
    CRC32 sum = new CRC32();
    pages.forEach(page -> sum.update(page.text().getBytes(StandardCharsets.UTF_8)));
    return sum.getValue();
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

  private static void tell(PDDocument document, Figure figure) {
    PDDocumentInformation about = document.getDocumentInformation();
    String title = figure.caption().title();
    about.setTitle(title.isBlank() ? Product.NAME : title);
    about.setSubject(figure.caption().subtitle());
    about.setCreator(Product.nameAndVersion());
    Calendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    created.setTimeInMillis(figure.subject().created().toEpochMilli());
    about.setCreationDate(created);
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(figure.language().tag());
    PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
    shown.setDisplayDocTitle(true);
    catalog.setViewerPreferences(shown);
  }

  /** What the document is saved to closes it, but it is not ours to close. */
  private static final class OpenStream extends FilterOutputStream {
    OpenStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
