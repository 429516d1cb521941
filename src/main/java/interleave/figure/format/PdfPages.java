package interleave.figure.format;

import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Palette;
import interleave.typeface.Typecase;
import interleave.words.Language;
import interleave.words.Product;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/**
 * A document of pages: vectors and words that can be selected, with their fonts. The same pages
 * give the same bytes.
 *
 * @param title what the document is called
 * @param subject what it is about
 * @param created when what it shows happened
 */
public record PdfPages(
    String title,
    String subject,
    Language language,
    Instant created,
    Palette palette,
    Typecase type,
    List<Page> pages) {
  static {
    // PDFBox asks AWT for colours; nothing is shown by it.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  public PdfPages {
    pages = List.copyOf(pages);
  }

  /** A page, in pixels of 1/96 inch, and what lies on it. */
  public record Page(double width, double height, List<Placed> lists) {
    public Page {
      lists = List.copyOf(lists);
    }
  }

  /** Where a list lies on a page, so many times as large. */
  public record Placed(DisplayList list, double x, double y, double scale) {}

  /** Writes it and leaves {@code out} open. */
  public void write(OutputStream out, Progress progress) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setVersion(1.6f);
      document.setDocumentId(number());
      tell(document);
      PdfFonts fonts = new PdfFonts(document, type);
      for (Page page : pages) {
        page.lists().forEach(placed -> placed.list().marks().forEach(fonts::meet));
      }
      fonts.embed();
      for (int i = 0; i < pages.size(); i++) {
        PdfPainter.page(document, pages.get(i), palette, fonts);
        Progress.check(progress, i + 1, pages.size());
      }
      document.save(new OpenStream(out));
    }
  }

  /** The same for the same pages. */
  private long number() {
    CRC32 sum = new CRC32();
    for (Page page : pages) {
      for (Placed placed : page.lists()) {
        sum.update(placed.list().text().getBytes(StandardCharsets.UTF_8));
      }
    }
    return sum.getValue();
  }

  private void tell(PDDocument document) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(title.isBlank() ? Product.NAME : title);
    about.setSubject(subject);
    about.setCreator(Product.nameAndVersion());
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    date.setTimeInMillis(created.toEpochMilli());
    about.setCreationDate(date);
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(language.tag());
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
