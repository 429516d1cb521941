package interleave.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
  private static final Scenario LESSON = Catalogue.find("deadlock").orElseThrow();

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsKeptForEachLanguageUntilItIsReset() throws Exception {
    Notebook notebook = new Notebook(folder);
    assertThat(notebook.isBegun(LESSON, ProgramLanguage.JAVA)).isFalse();
    notebook.keep(new Attempt(LESSON, ProgramLanguage.JAVA, "class Transfer {}"));
    Notebook later = new Notebook(folder);
    assertThat(later.attempt(LESSON, ProgramLanguage.JAVA).text()).isEqualTo("class Transfer {}");
    assertThat(later.isBegun(LESSON, ProgramLanguage.PYTHON)).isFalse();
    later.reset(LESSON, ProgramLanguage.JAVA);
    assertThat(later.attempt(LESSON, ProgramLanguage.JAVA))
        .isEqualTo(Attempt.start(LESSON, ProgramLanguage.JAVA));
  }

  @Test
  void howManyHintsWereReadIsKept() throws Exception {
    new Notebook(folder).hints(LESSON, 2);
    assertThat(new Notebook(folder).hints(LESSON)).isEqualTo(2);
    Files.writeString(folder.resolve("deadlock/hints"), "many");
    assertThat(new Notebook(folder).hints(LESSON)).isZero();
  }
}
