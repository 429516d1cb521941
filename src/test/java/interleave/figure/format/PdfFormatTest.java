package interleave.figure.format;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.Figures;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.timeline.Timeline;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.picture.FigurePart;
import interleave.timeline.sketch.Sketches;
import interleave.typeface.SystemFonts;
import interleave.typeface.Typecase;
import interleave.words.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  void chineseIsSetInAFontThatHasIt() throws IOException {
    Path fonts = Path.of("src/test/resources/interleave/fonts");
    Typecase type = new Typecase(new SystemFonts(List.of(fonts))::having);
    Figure bundled = Figures.of(Sketches.queue(), FigureOptions.USUAL.in(Language.CHINESE));
    Figure figure = new Figure(bundled.subject(), bundled.options(), type);
    assertThat(figure.language()).isEqualTo(Language.CHINESE);
    try (PDDocument document = Loader.loadPDF(Written.as(".pdf", figure))) {
      assertThat(new PDFTextStripper().getText(document)).contains("进程与线程", "舞台");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh");
    }
  }

  @Test
  void whateverTheProgramSaysIsOnlyText() throws IOException {
    String hostile = ") Tj ET (</text>\\ \u0000\u0007\ud800 \u202e é 😀 \ufffe";
    FigureCaption caption = new FigureCaption(hostile, hostile, List.of(hostile), List.of(hostile));
    Figure figure = Figures.of(Sketches.queue(), caption, FigureOptions.USUAL);
    try (PDDocument document = Loader.loadPDF(Written.as(".pdf", figure))) {
      assertThat(new PDFTextStripper().getText(document)).contains(") Tj ET (</text>\\");
      assertThat(document.getDocumentInformation().getTitle()).startsWith(") Tj ET (");
    }
    assertThat(Written.as(".png", figure)).startsWith(0x89, 'P', 'N', 'G');
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
