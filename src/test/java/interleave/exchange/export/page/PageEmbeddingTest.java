package interleave.exchange.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.export.Excerpts;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.sketch.Sketches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a page is put, and what is done with it: frames, paper, fingers, many arrows. */
@ExtendWith(InBrowser.class)
class PageEmbeddingTest {
  @TempDir private Path folder;

  private final Browser browser;

  PageEmbeddingTest(Browser browser) {
    this.browser = browser;
  }

  private Path page(String name, Timeline run) throws IOException {
    return Files.writeString(folder.resolve(name), new WrittenPage(Excerpts.unmarked(run)).html);
  }

  private static Timeline messages(int count) {
    Trace trace = new Trace();
    Trace.Process program = trace.process(7, "Mail");
    Trace.Thread writer = program.thread(1, "writer");
    Trace.Thread reader = program.thread(2, "reader");
    int queue = program.object(ObjectType.QUEUE, 1, "q");
    writer.at(1).event(EventKind.THREAD_BEGIN);
    reader.at(1).event(EventKind.THREAD_BEGIN);
    for (int i = 1; i <= count; i++) {
      writer.at(i * 1_000L).event(EventKind.PUT, 0, queue, i, "m" + i);
      reader.at(i * 1_000L + 400).event(EventKind.GET, queue, i);
    }
    writer.at((count + 2) * 1_000L).event(EventKind.THREAD_END);
    reader.at((count + 2) * 1_000L).event(EventKind.THREAD_END);
    return trace.end();
  }

  private int arrows() throws Exception {
    return Integer.parseInt(browser.run("interleave.painter.arrowsDrawn()"));
  }

  @Test
  void manyArrowsThinOutAndComeBackWhereOneLooksCloser() throws Exception {
    browser.open(page("mail.html", messages(150)), "lang=en");
    browser.press();
    int far = arrows();
    assertThat(far).isBetween(5, 60);
    assertThat(browser.run("document.getElementById('legend').textContent"))
        .contains(far + " of 150 arrows");
    browser.run("interleave.scale.show(20000, 30000)");
    browser.press("Escape");
    assertThat(arrows()).isBetween(9, 12);
    browser.press("0", "h");
    assertThat(arrows()).isZero();
    browser.press("j"); // those at the reader's row
    assertThat(arrows()).isEqualTo(150);
    // Those of what is chosen stay.
    browser.run("interleave.select({ link: true, index: 3 })");
    browser.press();
    assertThat(arrows()).isEqualTo(1);
  }

  @Test
  void aFoldedCrowdOpensByKeyAndByWhatIsLookedForInIt() throws Exception {
    Path page = page("many.html", PageRowsTest.many(40, 0));
    String hidden = "interleave.model.rows.filter(row => row.hidden).length";
    browser.open(page, "lang=en");
    int folded = Integer.parseInt(browser.run(hidden));
    assertThat(folded).isGreaterThan(12);
    browser.run(
        "interleave.select({ row: interleave.model.rows.find(row => row.kind === 'crowd'), index:"
            + " -1 })");
    browser.press("Enter");
    assertThat(browser.run(hidden)).isEqualTo("0");
    browser.press("Enter");
    assertThat(browser.run(hidden)).isEqualTo(String.valueOf(folded));
    String last = browser.run("interleave.model.rows.findLast(row => row.kind === 'thread').index");
    browser.open(page, "lang=en&select=" + last + ".0");
    assertThat(browser.run(hidden)).isEqualTo("0");
  }

  @Test
  void twoFingersZoomAroundWhatIsBetweenThem() throws Exception {
    browser.open(page("lock.html", Sketches.lock()), "lang=en");
    browser.press();
    String box = "document.getElementById('picture').getBoundingClientRect()";
    double left = Double.parseDouble(browser.run(box + ".left + interleave.painter.gutter + 100"));
    double top = Double.parseDouble(browser.run(box + ".top + 60"));
    String at = "interleave.scale.time(interleave.painter.gutter + 150)";
    double before = Double.parseDouble(browser.run("interleave.scale.to - interleave.scale.from"));
    double middle = Double.parseDouble(browser.run(at));
    browser.touch("touchStart", left, top, left + 100, top);
    browser.touch("touchMove", left - 50, top, left + 150, top);
    browser.touch("touchEnd");
    browser.press();
    double after = Double.parseDouble(browser.run("interleave.scale.to - interleave.scale.from"));
    assertThat(after).isBetween(before * 0.45, before * 0.55);
    assertThat(Double.parseDouble(browser.run(at)))
        .isBetween(middle - after * 0.02, middle + after * 0.02);
    assertThat(browser.run("interleave.fingers.size")).isEqualTo("0");
  }

  @Test
  void withinAFrameItOpensAtTheMomentAndWorksWithoutAnAddressOfItsOwn() throws Exception {
    page("lock.html", Sketches.lock());
    String frame = "<iframe src=\"lock.html#t=0.001,0.002&select=1.0&lang=en\" ";
    Path lecture =
        Files.writeString(
            folder.resolve("lecture.html"),
            "<!DOCTYPE html><html data-ready=\"true\">"
                + frame
                + "sandbox=\"allow-scripts\" width=800 height=500></iframe>");
    browser.open(lecture, "");
    // A sandboxed frame is of another origin: it is asked as a reader with keys would.
    String told = browser.inFrame("document.getElementById('sentence').textContent");
    assertThat(told).isNotEmpty().doesNotStartWith("Point at");
    assertThat(browser.inFrame("interleave.scale.from")).isEqualTo("1000000");
    browser.inFrame("interleave.zoom(0.5)");
    assertThat(browser.inFrame("interleave.scale.to - interleave.scale.from")).isEqualTo("500000");
  }

  @Test
  void onPaperItIsLightAndHasThePictureTheLegendAndWhatWasOpened() throws Exception {
    browser.open(page("lock.html", Sketches.lock()), "lang=en&theme=dark");
    browser.run("document.getElementById('threads').open = true");
    browser.press();
    byte[] paper = browser.print();
    try (PDDocument document = Loader.loadPDF(paper)) {
      assertThat(document.getNumberOfPages()).isBetween(1, 3);
      assertThat(new PDFTextStripper().getText(document))
          .contains("Everything", "Thread", "holds")
          .doesNotContain("Play", "What is in sight");
    }
    assertThat(browser.run("document.documentElement.dataset.theme")).isEqualTo("dark");
  }
}
