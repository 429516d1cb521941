package interleave.figure.format;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.figure.FigureOptions;
import interleave.figure.Figures;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.timeline.Timeline;
import interleave.timeline.picture.FigurePart;
import interleave.timeline.sketch.Sketches;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfFormatTest {
  private static byte[] pdf(Timeline timeline, FigureOptions options) {
    return Written.as(".pdf", Figures.of(timeline, options));
  }

  @Test
  void itsWordsCanBeSelectedAndItsFontsAreInIt() throws IOException {
    FigureOptions options = FigureOptions.USUAL.with(FigurePart.FOOTER, true);
    try (PDDocument document = Loader.loadPDF(pdf(Sketches.queue(), options))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("What one thread puts the other takes.", "values: A, B, C", "Sleeping")
          .contains("29 November 2026");
      PDPage page = document.getPage(0);
      int fonts = 0;
      for (var name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        fonts++;
      }
      assertThat(fonts).isBetween(2, 4);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Queue");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(page.getMediaBox().getWidth()).isEqualTo(1080);
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() {
    byte[] first = pdf(Sketches.race(), FigureOptions.USUAL);
    assertThat(pdf(Sketches.race(), FigureOptions.USUAL)).isEqualTo(first);
    assertThat(first.length).isLessThan(60_000);
  }

  @Test
  void manyRowsGoOverPagesOfPaper() throws IOException {
    FigureOptions options = FigureOptions.USUAL.on(Paper.USUAL.on(PageSize.A4));
    try (PDDocument document = Loader.loadPDF(pdf(Sketches.crowd(150, 2), options))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
        assertThat(page.getMediaBox().getHeight()).isBetween(841f, 843f);
      }
    }
  }
}
