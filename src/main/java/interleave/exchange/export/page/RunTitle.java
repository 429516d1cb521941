package interleave.exchange.export.page;

import interleave.file.Manifest;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Language;
import java.util.Optional;

/**
 * What a run is called, and what it asks.
 *
 * @param manifest what was run
 */
public record RunTitle(Manifest manifest) {
  private Optional<Scenario> scenario() {
    String id = manifest.scenario();
    return id == null ? Optional.empty() : Catalogue.find(id);
  }

  /** A lesson is called as its language has it; a program of the user's own as it is. */
  public String in(Language language) {
    return language.speaking(() -> scenario().map(Scenario::title).orElse(manifest.title()));
  }

  /** The question of its lesson; empty where it has none. */
  public String question(Language language) {
    return language.speaking(
        () ->
            scenario()
                .filter(each -> each.languages().contains(written()))
                .map(each -> each.question(written()).text())
                .orElse(""));
  }

  /** In which language its program is. */
  ProgramLanguage written() {
    return ProgramLanguage.PYTHON.id().equals(manifest.language())
        ? ProgramLanguage.PYTHON
        : ProgramLanguage.JAVA;
  }
}
