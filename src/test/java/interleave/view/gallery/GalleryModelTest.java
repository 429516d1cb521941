package interleave.view.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.scenario.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryModelTest {
  private final GalleryModel model = new GalleryModel(Catalogue.all());

  @Test
  void scenariosStandBelowTheirGroup() {
    assertThat(texts("")).containsSequence("Processes", "Process pool");
    assertThat(texts("")).containsSequence("Threads", "Lock and lost updates");
    assertThat(texts("")).endsWith("Your own", "Run a program…", "Open a recording…");
  }

  @Test
  void everyWordOfTheSearchHasToOccur() {
    assertThat(texts("LOST lock")).contains("Lock and lost updates").doesNotContain("Process pool");
    assertThat(texts("lost xyz")).isEmpty();
  }

  @Test
  void aGroupWithoutEntriesHasNoHeading() {
    assertThat(texts("run a program")).containsExactly("Your own", "Run a program…");
  }

  private List<String> texts(String search) {
    return model.rows(search).stream().map(Entry::text).toList();
  }
}
