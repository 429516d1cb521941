package interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.view.session.Guess.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private final Guesses foretelling = new Guesses();

  @Test
  void aGuessGoesWithTheRunThatFollowsAndIsAnsweredAtItsEnd() {
    foretelling.guess("none", false, false);
    assertThat(foretelling.now(false, false)).isEqualTo(shown(State.ASKED, "none"));
    foretelling.begin(true);
    assertThat(foretelling.now(true, true)).isEqualTo(shown(State.AWAITED, "none"));
    foretelling.guess("many", true, true);
    foretelling.ended();
    assertThat(foretelling.now(true, false)).isEqualTo(shown(State.TOLD, "many"));
  }

  @Test
  void aGuessAfterTheAnswerDoesNotCount() {
    foretelling.begin(true);
    foretelling.ended();
    foretelling.guess("none", true, false);
    assertThat(foretelling.now(true, false)).isEqualTo(new Guess(State.TOLD, Optional.empty()));
  }

  @Test
  void anOpenedRecordingAsksFirstAndAnswersAtOnce() {
    foretelling.begin(false);
    assertThat(foretelling.now(true, false).stage()).isEqualTo(State.ASKED);
    foretelling.guess("few", true, false);
    assertThat(foretelling.now(true, false)).isEqualTo(shown(State.TOLD, "few"));
  }

  @Test
  void whoeverDoesNotWantToGuessIsToldWhatIsRecordedSoFar() {
    foretelling.begin(true);
    foretelling.tell();
    assertThat(foretelling.now(true, true).stage()).isEqualTo(State.TOLD);
  }

  @Test
  void theNextRunIsForetoldWhileThisOneIsInSight() {
    foretelling.begin(true);
    foretelling.ended();
    foretelling.again();
    foretelling.guess("many", true, false);
    assertThat(foretelling.now(true, false)).isEqualTo(shown(State.ASKED_AGAIN, "many"));
    foretelling.tell();
    assertThat(foretelling.now(true, false)).isEqualTo(new Guess(State.TOLD, Optional.empty()));
    foretelling.begin(true);
    assertThat(foretelling.now(true, true)).isEqualTo(shown(State.AWAITED, "many"));
  }

  @Test
  void anotherScenarioBeginsWithoutAGuess() {
    foretelling.guess("none", false, false);
    foretelling.forget();
    assertThat(foretelling.now(false, false).guess()).isEmpty();
  }

  private static Guess shown(State stage, String guess) {
    return new Guess(stage, Optional.of(guess));
  }
}
