package interleave.view.control;

import static org.assertj.core.api.Assertions.assertThatCode;

import interleave.words.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpokenWordsTest {
  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.ENGLISH);
  }

  @Test
  void theLanguageChangesWhereNoToolkitRuns() {
    SpokenWords.of("view/transport");
    assertThatCode(() -> Language.use(Language.CHINESE)).doesNotThrowAnyException();
  }
}
