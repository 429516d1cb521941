package interleave.view.session;

import java.util.Optional;

/**
 * The guesses of the learner: one for the run to come, and the one that the run in sight was
 * started with. A guess never outlives a change of the scenario.
 *
 * <p>A run tells its answer when it has ended, whether anybody guessed or not: to run without a
 * guess is to pass. An opened recording would give the answer away with that, so it asks first.
 */
final class Guesses {
  private Optional<String> next = Optional.empty();
  private Optional<String> here = Optional.empty();
  private boolean told;
  private boolean again;

  /** Another scenario was chosen. */
  void forget() {
    next = Optional.empty();
    again = false;
  }

  /** A run begins, or a recording was opened. */
  void begin(boolean running) {
    here = next;
    next = Optional.empty();
    again = false;
    told = !running && here.isPresent();
  }

  /** What was foretold of a recording before it was saved; it tells at once. */
  void recall(String key) {
    here = Optional.of(key);
    told = true;
  }

  /** What was foretold of the run in sight. */
  Optional<String> here() {
    return here;
  }

  /** The run has ended: it tells. */
  void ended() {
    told = true;
  }

  /** Picks an answer; what is recorded already is told at once. */
  void guess(String key, boolean hasRun, boolean running) {
    if (!hasRun || again) {
      next = Optional.of(key);
    } else if (!told) {
      here = Optional.of(key);
      told = !running;
    }
  }

  /** The answer of what was recorded so far, before the run has ended or without a guess. */
  void tell() {
    told = true;
    again = false;
  }

  /** Asks for the run after the one that is in sight. */
  void again() {
    again = true;
  }

  Guess now(boolean hasRun, boolean running) {
    if (!hasRun || again) {
      return new Guess(hasRun ? Guess.State.ASKED_AGAIN : Guess.State.ASKED, next);
    }
    Guess.State stage = told ? Guess.State.TOLD : running ? Guess.State.AWAITED : Guess.State.ASKED;
    return new Guess(stage, here);
  }
}
