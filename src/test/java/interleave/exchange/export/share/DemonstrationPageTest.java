package interleave.exchange.export.share;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.export.page.Browser;
import interleave.exchange.export.page.InBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that the README links; {@code exec:exec@demonstration} makes it anew. */
class DemonstrationPageTest {
  private static final Path PAGE = Path.of("assets/demonstration.html");

  @Test
  void itIsLinkedAndSmallAndHasThreeRuns() throws IOException {
    assertThat(Path.of("README.md")).content().contains("(" + PAGE + ")");
    assertThat(Files.size(PAGE)).isLessThan(150_000);
    assertThat(PAGE)
        .content()
        .contains("id=\"data-1\"", "id=\"data-3\"", ">Lock and lost updates<", ">死锁<")
        .doesNotContain("id=\"data-4\"", "http://", "https://");
  }

  @ExtendWith(InBrowser.class)
  static class Opened {
    private static final String HAS = "interleave.model.rows.some(row => row.kind === '%s')";

    @Test
    void eachRunShowsWhatItIsThereFor(Browser browser) throws Exception {
      Path page = PAGE.toAbsolutePath();
      browser.open(page, "run=1&lang=en");
      String said = browser.run("interleave.model.sentences.en.join()");
      assertThat(said).contains("lost");
      assertThat(browser.run(HAS.formatted("variable"))).isEqualTo("true");
      browser.open(page, "run=2");
      assertThat(browser.run(HAS.formatted("deadlock"))).isEqualTo("true");
      browser.open(page, "run=3");
      assertThat(browser.run(HAS.formatted("queue"))).isEqualTo("true");
      // What the machine is called and who works on it is nobody's business.
      said = browser.run("JSON.stringify(interleave.model)");
      assertThat(said).doesNotContain("/home/", "/root/", "/tmp/");
    }
  }
}
