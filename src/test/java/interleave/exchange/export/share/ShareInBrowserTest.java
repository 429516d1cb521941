package interleave.exchange.export.share;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.export.Excerpts;
import interleave.exchange.export.page.Browser;
import interleave.exchange.export.page.InBrowser;
import interleave.file.Progress;
import interleave.timeline.sketch.Sketches;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a browser as readers have it; where there is none this is skipped. */
@ExtendWith(InBrowser.class)
class ShareInBrowserTest {
  @TempDir private Path folder;

  private final Browser browser;

  ShareInBrowserTest(Browser browser) {
    this.browser = browser;
  }

  private Path share(String name) throws IOException {
    Share share = Share.to(folder.resolve(name), "<b>Two</b>");
    share.add(Excerpts.unmarked(Sketches.lock()), Progress.UNHEARD);
    share.add(Excerpts.unmarked(Sketches.queue()), Progress.UNHEARD);
    return share.save().getFirst();
  }

  /** Waits until that is so, be it on a page that is yet to come. */
  private void until(String condition) throws Exception {
    while (!isSo(condition)) {
      // The browser was asked at its pace.
    }
  }

  private boolean isSo(String condition) throws Exception {
    String looked = "new Promise(done => setTimeout(() => done(Boolean(%s)), 20))";
    try {
      return browser.run(looked.formatted(condition)).equals("true");
    } catch (IOException _) {
      return false; // one page goes, another comes
    }
  }

  private static final String READY = "document.documentElement.dataset.ready === 'true'";

  @Test
  void aCardLeadsToItsRunAndBackAndAnAddressOpensARunAtAMoment() throws Exception {
    Path page = share("two.html");
    browser.open(page, "lang=en");
    assertThat(browser.run("document.title")).isEqualTo("<b>Two</b>");
    assertThat(browser.run("document.querySelectorAll('#cards img').length")).isEqualTo("2");
    assertThat(
            browser.run(
                "[...document.querySelectorAll('#cards img')].every(it => it.complete &&"
                    + " it.naturalWidth > 0)"))
        .isEqualTo("true");
    browser.run("document.getElementById('card-2').click()");
    until("shelf.page && " + READY);
    assertThat(browser.run("interleave.model.rows.some(row => row.kind === 'queue')"))
        .isEqualTo("true");
    assertThat(browser.run("document.getElementById('shelf').checkVisibility()"))
        .isEqualTo("false");
    browser.press("w", "j");
    browser.run("document.getElementById('do-language').click()");
    browser.run("document.getElementById('do-back').click()");
    until("!shelf.page && " + READY);
    assertThat(browser.run("document.activeElement.id")).isEqualTo("card-2");
    assertThat(browser.run("document.documentElement.lang")).isEqualTo("zh-Hans");
    assertThat(browser.run("document.querySelectorAll('canvas').length")).isEqualTo("0");
    browser.open(page, "run=1&t=0.001,0.002&lang=en");
    assertThat(browser.run("shelf.number + ' ' + interleave.scale.from")).isEqualTo("1 1000000");
  }

  @Test
  void theIndexOfAFolderLeadsToPagesAndCanBeReadInBothLanguagesAndThemes() throws Exception {
    Path index = share("two");
    for (String theme : new String[] {"light", "dark"}) {
      browser.open(index, "lang=zh&theme=" + theme);
      assertThat(browser.run(Browser.LEAST_CONTRAST))
          .satisfies(it -> assertThat(Double.parseDouble(it)).isGreaterThanOrEqualTo(4.5));
    }
    assertThat(browser.run("document.getElementById('cards').innerText")).contains("个线程");
    assertThat(browser.run("document.querySelectorAll('b').length")).isEqualTo("0");
    browser.run("document.getElementById('card-1').click()");
    until("location.href.includes('everything.html')");
    until("window.interleave && " + READY);
    assertThat(browser.run("interleave.model.rows.length > 0")).isEqualTo("true");
  }
}
