package interleave.exchange.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.export.Excerpts;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.timeline.sketch.Sketches;
import interleave.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a browser as readers have it; where there is none this is skipped. */
@ExtendWith(InBrowser.class)
class PageInBrowserTest {
  @TempDir static Path folder;

  private final Browser browser;

  PageInBrowserTest(Browser browser) {
    this.browser = browser;
  }

  private static Path page(String name, Timeline run) throws IOException {
    return Files.writeString(folder.resolve(name), new WrittenPage(Excerpts.unmarked(run)).html);
  }

  private String colourAt(int row) throws Exception {
    return browser.run(
        """
        (() => { const p = interleave, row = p.model.rows[%d], t = row.things;
          const i = Array.from(t.length).indexOf(Math.max(...t.length));
          const r = devicePixelRatio;
          p.arrows = false; p.bringRow(row); p.now = p.scale.first - 1e12;
          p.scale.show(t.start[i] - t.length[i], t.start[i] + 2 * t.length[i]); p.painter.paint();
          const x = p.scale.x(t.start[i] + 0.9 * t.length[i]), y = p.painter.y(row) + row.height - 3;
          const d = p.canvas.getContext('2d').getImageData(x * r, y * r, 1, 1).data;
          const hex = '#' + [d[0], d[1], d[2]].map(c => c.toString(16).padStart(2, '0')).join('');
          const owner = p.model.rows[t.thread[i] - 1];
          return hex + ' ' + p.painter.colour('thread-' + owner.shade); })()
        """
            .formatted(row));
  }

  @Test
  void aHoldIsPaintedInTheColourOfWhoHasItInBothThemes() throws Exception {
    Timeline run = Sketches.lock();
    int row = new WrittenPage(Excerpts.unmarked(run)).row("lock", run.locks().getFirst().name());
    Path page = page("lock.html", run);
    for (String theme : new String[] {"light", "dark"}) {
      browser.open(page, "theme=" + theme);
      String[] colours = colourAt(row).split(" ");
      assertThat(colours[0]).isEqualTo(colours[1]);
    }
  }

  @Test
  void keysLeadFromThingToThingAndTellWhatHappened() throws Exception {
    Timeline run = Sketches.lock();
    int row = new WrittenPage(Excerpts.unmarked(run)).row("lock", run.locks().getFirst().name());
    ThingRef first = new ThingRef.Hold(0, run.locks().getFirst().holds().start(0));
    ThingRef second = new ThingRef.Hold(0, run.locks().getFirst().holds().start(1));
    browser.open(page("lock.html", run), "select=" + row + ".0&lang=en");
    assertThat(browser.press()).startsWith(Explanation.sentence(run, first));
    assertThat(browser.press(".")).startsWith(Explanation.sentence(run, second));
    browser.run("document.getElementById('do-language').click()");
    assertThat(browser.press())
        .startsWith(Language.CHINESE.speaking(() -> Explanation.sentence(run, second)));
    String before = browser.run("interleave.scale.to - interleave.scale.from");
    browser.press("w");
    assertThat(Double.parseDouble(browser.run("interleave.scale.to - interleave.scale.from")))
        .isLessThan(Double.parseDouble(before));
    browser.press("Escape", "0");
    assertThat(browser.run("interleave.selected")).isEqualTo("null");
  }

  @Test
  void aReplayMovesThePlayheadAndTheTableauSaysWhatEachDoesThere() throws Exception {
    Timeline run = Sketches.lock();
    browser.open(page("lock.html", run), "lang=en");
    browser.press("Home");
    String before = browser.run("document.getElementById('tableau').textContent");
    String after =
        browser.run(
            """
            new Promise(done => { const p = interleave; p.replay.seconds = 0.05; p.replay.toggle();
              const look = () => p.replay.playing ? requestAnimationFrame(look)
                : requestAnimationFrame(() => done(document.getElementById('tableau').textContent));
              look(); })
            """);
    assertThat(after).isNotEqualTo(before).contains(run.lanes().getFirst().name());
    assertThat(browser.run("interleave.now > interleave.model.from")).isEqualTo("true");
  }

  @Test
  void anAddressOpensAtAMomentAndTablesSayWhatIsInSight() throws Exception {
    Timeline run = Sketches.queue();
    double middle = (run.now() - run.start()) / 2e9;
    browser.open(page("queue.html", run), "t=" + middle * 0.9 + "," + middle * 1.1 + "&lang=en");
    assertThat(Double.parseDouble(browser.run("interleave.scale.from / 1e9")))
        .isBetween(middle * 0.899, middle * 0.901);
    String listed =
        browser.run(
            "new Promise(done => { const d = document.getElementById('threads'); d.open = true;"
                + " d.addEventListener('toggle', () => done(d.textContent)); })");
    for (var lane : run.lanes()) {
      if (!lane.service()) {
        assertThat(listed).contains(Explanation.sentence(run, new ThingRef.Lane(lane.index())));
      }
    }
  }

  @Test
  void whatAProgramSaysIsTextAndNeverRuns() throws Exception {
    browser.open(page("hostile.html", PageFormatTest.hostile()), "lang=en");
    browser.run("for (const d of document.querySelectorAll('details')) d.open = true");
    browser.press("j", "j");
    assertThat(browser.run("document.querySelectorAll('img, iframe, object, a').length"))
        .isEqualTo("0");
    assertThat(browser.run("document.title")).isNotEqualTo("owned");
    assertThat(browser.run("document.body.textContent.includes(\"onerror=\")")).isEqualTo("true");
    // The policy holds: what is put in afterwards does not run either.
    assertThat(
            browser.run(
                "new Promise(done => { addEventListener('securitypolicyviolation', e =>"
                    + " done(e.effectiveDirective)); const s = document.createElement('script');"
                    + " s.textContent = 'document.title = \"owned\"'; document.body.append(s); })"))
        .startsWith("script-src");
    assertThat(browser.run("document.title")).isNotEqualTo("owned");
  }

  @Test
  void everyControlHasANameAndWordsStandOutFromWhatTheyStandOn() throws Exception {
    for (String theme : new String[] {"light", "dark"}) {
      browser.open(page("lock.html", Sketches.lock()), "lang=zh&theme=" + theme);
      assertThat(
              browser.run(
                  "[...document.querySelectorAll('button, select, canvas[tabindex],"
                      + " [tabindex]')].filter(e => !(e.textContent.trim() ||"
                      + " e.getAttribute('aria-label'))).length"))
          .isEqualTo("0");
      assertThat(browser.run(Browser.LEAST_CONTRAST))
          .satisfies(it -> assertThat(Double.parseDouble(it)).isGreaterThanOrEqualTo(4.5));
    }
  }
}
