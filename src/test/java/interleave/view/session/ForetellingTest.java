package interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.view.session.Foretold.Stage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForetellingTest {
  private final Foretelling foretelling = new Foretelling();

  @Test
  void aGuessGoesWithTheRunThatFollowsAndIsAnsweredAtItsEnd() {
    foretelling.guess("none", false, false);
    assertThat(foretelling.now(false, false)).isEqualTo(shown(Stage.ASKED, "none"));
    foretelling.begin(true);
    assertThat(foretelling.now(true, true)).isEqualTo(shown(Stage.AWAITED, "none"));
    foretelling.guess("many", true, true);
    foretelling.ended();
    assertThat(foretelling.now(true, false)).isEqualTo(shown(Stage.TOLD, "many"));
  }

  @Test
  void aGuessAfterTheAnswerDoesNotCount() {
    foretelling.begin(true);
    foretelling.ended();
    foretelling.guess("none", true, false);
    assertThat(foretelling.now(true, false)).isEqualTo(new Foretold(Stage.TOLD, Optional.empty()));
  }

  @Test
  void anOpenedRecordingAsksFirstAndAnswersAtOnce() {
    foretelling.begin(false);
    assertThat(foretelling.now(true, false).stage()).isEqualTo(Stage.ASKED);
    foretelling.guess("few", true, false);
    assertThat(foretelling.now(true, false)).isEqualTo(shown(Stage.TOLD, "few"));
  }

  @Test
  void whoeverDoesNotWantToGuessIsToldWhatIsRecordedSoFar() {
    foretelling.begin(true);
    foretelling.tell();
    assertThat(foretelling.now(true, true).stage()).isEqualTo(Stage.TOLD);
  }

  @Test
  void theNextRunIsForetoldWhileThisOneIsInSight() {
    foretelling.begin(true);
    foretelling.ended();
    foretelling.again();
    foretelling.guess("many", true, false);
    assertThat(foretelling.now(true, false)).isEqualTo(shown(Stage.ASKED_AGAIN, "many"));
    foretelling.tell();
    assertThat(foretelling.now(true, false)).isEqualTo(new Foretold(Stage.TOLD, Optional.empty()));
    foretelling.begin(true);
    assertThat(foretelling.now(true, true)).isEqualTo(shown(Stage.AWAITED, "many"));
  }

  @Test
  void anotherScenarioBeginsWithoutAGuess() {
    foretelling.guess("none", false, false);
    foretelling.forget();
    assertThat(foretelling.now(false, false).guess()).isEmpty();
  }

  private static Foretold shown(Stage stage, String guess) {
    return new Foretold(stage, Optional.of(guess));
  }
}
