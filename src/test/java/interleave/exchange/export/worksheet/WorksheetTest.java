package interleave.exchange.export.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Recording;
import interleave.exchange.KnownExports;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.KeptSource;
import interleave.figure.FigureOptions;
import interleave.figure.Figures;
import interleave.figure.PageSize;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.timeline.sketch.Sketches;
import interleave.typeface.SystemFonts;
import interleave.typeface.Typecase;
import interleave.words.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class WorksheetTest {
  private static final String HOSTILE = "</td><script>alert(1)</script><img src=x onerror='a'>&";
  private static final Typecase WITH_CHINESE =
      new Typecase(
          new SystemFonts(List.of(Path.of("src/test/resources/interleave/fonts")))::having);

  private static Manifest lesson(String language) {
    return manifest("Lock and lost updates", "lock-and-lost-updates", language);
  }

  private static Manifest manifest(String title, String scenario, String language) {
    return new Manifest(
        Manifest.FORMAT,
        Instant.parse("2026-11-29T20:00:00Z"),
        title,
        scenario,
        Map.of("loops", "500"),
        language,
        null,
        List.of("python3", title),
        "exit 0",
        Map.of("cpus", "2"));
  }

  @Test
  void onlyALessonAsksAndHasAnAnswer() {
    assertThat(WorksheetFormat.asks(excerpt(Sketches.race(), lesson("java")))).isTrue();
    Manifest own = manifest("bank.jar", null, "java");
    assertThat(WorksheetFormat.asks(excerpt(Sketches.race(), own))).isFalse();
  }

  private static Excerpt excerpt(Timeline timeline, Manifest manifest, KeptSource... sources) {
    return Excerpt.whole(
        timeline,
        manifest,
        List.of(),
        new Excerpt.Origin() {
          @Override
          public Recording recording(Progress progress) {
            throw new IllegalStateException("a sketch has no segments");
          }

          @Override
          public List<FurtherEntry> beside() {
            return List.of();
          }

          @Override
          public List<KeptSource> sources() {
            return List.of(sources);
          }
        });
  }

  private static byte[] written(
      WorksheetFormat.Kind kind, Excerpt what, FigureOptions options, Typecase type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new WorksheetFormat(kind, options).write(what, type, out, Progress.UNHEARD);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] pdf(Excerpt what, FigureOptions options) {
    return written(WorksheetFormat.Kind.PDF, what, options, Figures.BUNDLED);
  }

  private static String html(Excerpt what, FigureOptions options) {
    byte[] bytes = written(WorksheetFormat.Kind.HTML, what, options, Figures.BUNDLED);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String page(PDDocument document, int number) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setSortByPosition(true);
    text.setStartPage(number);
    text.setEndPage(number);
    return text.getText(document);
  }

  @Test
  void pupilsGetTheQuestionTheEmptyRowsAndTheSourceButNotTheAnswer() throws IOException {
    Excerpt run = excerpt(Sketches.race(), lesson("java"));
    try (PDDocument document = Loader.loadPDF(pdf(run, WorksheetFormat.USUAL))) {
      int pages = document.getNumberOfPages();
      assertThat(page(document, 1))
          .contains("Name", "Date", "Because", "How many updates will get lost?")
          .contains("None at all", "Draw into the rows what you expect.", "loops: 500")
          .contains("Running", "Page 1 of " + pages);
      StringBuilder pupils = new StringBuilder();
      for (int i = 1; i < pages; i++) {
        pupils.append(page(document, i));
      }
      assertThat(pupils)
          .contains("Source: LockAndLostUpdates.java", "static void changeIt(int n) {")
          .doesNotContain("import java.util", "Answer", "Lost update\n", "1 lost update");
      assertThat(page(document, pages))
          .contains("Answer: Lock and lost updates", "interleave run lock-and-lost-updates")
          .doesNotContain("Because");
    }
  }

  @Test
  void theLanguageThatRanHasItsSourceAndTheLanguageThatIsReadItsWords() throws IOException {
    Excerpt run = excerpt(Sketches.race(), lesson("python"));
    byte[] bytes =
        written(
            WorksheetFormat.Kind.PDF,
            run,
            WorksheetFormat.USUAL.in(Language.CHINESE),
            WITH_CHINESE);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh");
      assertThat(new PDFTextStripper().getText(document))
          .contains("lock_and_lost_updates.py", "import threading")
          .doesNotContain("Because", "Answer");
    }
  }

  @Test
  void pagesAreOfThePaperThatIsAskedForAndTheFigureLies() throws IOException {
    Excerpt run = excerpt(Sketches.race(), lesson("java"));
    try (PDDocument document = Loader.loadPDF(pdf(run, on(PageSize.LETTER)))) {
      PDRectangle first = document.getPage(0).getMediaBox();
      assertThat(Math.round(first.getWidth())).isEqualTo(612);
      assertThat(Math.round(first.getHeight())).isEqualTo(792);
      PDRectangle last = document.getPage(document.getNumberOfPages() - 1).getMediaBox();
      assertThat(Math.round(last.getWidth())).isEqualTo(792);
    }
    try (PDDocument document = Loader.loadPDF(pdf(run, on(PageSize.A4_LANDSCAPE)))) {
      for (var page : document.getPages()) {
        assertThat(Math.round(page.getMediaBox().getWidth())).isEqualTo(842);
      }
    }
  }

  private static FigureOptions on(PageSize size) {
    return WorksheetFormat.USUAL.on(WorksheetFormat.USUAL.paper().on(size));
  }

  @Test
  void theSameRunGivesTheSameBytes() {
    Excerpt run = excerpt(Sketches.race(), lesson("java"));
    assertThat(pdf(run, WorksheetFormat.USUAL)).isEqualTo(pdf(run, WorksheetFormat.USUAL));
    assertThat(html(run, WorksheetFormat.USUAL)).isEqualTo(html(run, WorksheetFormat.USUAL));
  }

  @Test
  void aRunOfNoScenarioSaysWhatIsMissing() {
    String none = html(excerpt(Sketches.queue(), manifest("app.py", null, "python")), USUAL);
    assertThat(none)
        .contains("What do you expect to see in this run, and why?")
        .contains("The recording keeps no source of its program.")
        .contains("there is no answer to choose")
        .doesNotContain("<li>");
    KeptSource kept = new KeptSource("/home/someone/app.py", "print('x')\n");
    String some = html(excerpt(Sketches.queue(), manifest("app.py", null, "python"), kept), USUAL);
    assertThat(some)
        .contains("<h2>Source: app.py</h2>", "<td>1</td><td>print(&#39;x&#39;)</td>")
        .doesNotContain("/home/someone", "keeps no source");
  }

  private static final FigureOptions USUAL = WorksheetFormat.USUAL;

  @Test
  void nothingOfTheProgramIsMarkupAndTheStyleIsAllThatIsAllowed() throws Exception {
    KeptSource kept = new KeptSource(HOSTILE, HOSTILE + "\n\u0000\t\ud800");
    String page = html(excerpt(Sketches.queue(), manifest(HOSTILE, null, null), kept), USUAL);
    assertThat(page)
        .doesNotContain("<script", "onerror='", "http://", "https://")
        .contains("&lt;script&gt;alert(1)");
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    byte[] sum =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains("default-src 'none'; img-src data:; style-src 'sha256-")
        .contains("sha256-" + Base64.getEncoder().encodeToString(sum) + "'");
  }

  @Test
  void aLongSourceShowsTheLinesAtWhichTheRunDidSomething() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 1000; i++) {
      text.append("line ").append(i).append('\n');
    }
    Listing listing = Listing.of("app.py", text.toString(), java.util.Set.of(500, 503));
    assertThat(listing.lines())
        .extracting(Listing.Line::text)
        .startsWith("… 493 lines are left out", "line 494")
        .endsWith("line 509", "… 491 lines are left out");
    assertThat(Listing.of("app.py", text.toString(), java.util.Set.of()).lines())
        .hasSize(Listing.LONG + 1);
  }

  @Test
  void itsNameTellsIt() {
    assertThat(KnownExports.ALL.forName("a.worksheet.pdf").orElseThrow().suffixes())
        .containsExactly(".worksheet.pdf");
    assertThat(KnownExports.ALL.forName("a.worksheet.html").orElseThrow().suffixes())
        .containsExactly(".worksheet.html");
    assertThat(KnownExports.ALL.forName("worksheet.a.pdf").orElseThrow().suffixes())
        .containsExactly(".pdf");
  }
}
