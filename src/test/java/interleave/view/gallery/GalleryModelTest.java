package interleave.view.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.scenario.Catalogue;
import interleave.view.program.ProgramForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GalleryModelTest {
  private final GalleryModel model = new GalleryModel(Catalogue.all());

  @Test
  void scenariosStandBelowTheirGroup() {
    assertThat(texts("")).startsWith("Processes").contains("Process pool");
    assertThat(texts(""))
        .containsSubsequence("Process pool", "Threads", "Lock and lost updates", "Your own");
    assertThat(texts("")).endsWith("Your own", "Run a program or script…", "Open a recording…");
  }

  @Test
  void everyWordOfTheSearchHasToOccur() {
    assertThat(texts("LOST lock")).contains("Lock and lost updates").doesNotContain("Process pool");
    assertThat(texts("lost xyz")).isEmpty();
  }

  @Test
  void aScenarioIsFoundByItsIdAndInEveryLanguage() {
    assertThat(texts("lock-and-lost")).contains("Lock and lost updates");
    assertThat(texts("丢失的更新")).contains("Lock and lost updates").doesNotContain("Process pool");
  }

  @Test
  void aGroupWithoutEntriesHasNoHeading() {
    assertThat(texts("open recording")).containsExactly("Your own", "Open a recording…");
  }

  @Test
  void aFoldedGroupShowsItsHeadingOnlyUntilSomebodySearches() {
    assertThat(model.toggle("threads")).isEqualTo(Set.of("threads"));
    assertThat(texts("")).contains("Threads").doesNotContain("Lock and lost updates");
    assertThat(texts("lost lock")).contains("Lock and lost updates");
    assertThat(model.toggle("threads")).isEmpty();
    assertThat(texts("")).contains("Lock and lost updates");
  }

  @Test
  void programsThatWereRunAreOfferedWithTheirArguments() {
    model.programs(List.of(ProgramForm.of(Map.of("program", "/tmp/app.jar", "arguments", "-v 3"))));
    assertThat(texts("")).endsWith("Open a recording…", "app.jar -v 3");
  }

  private List<String> texts(String search) {
    return model.rows(search).stream().map(Entry::text).toList();
  }
}
