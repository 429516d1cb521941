package interleave.view.session;

import java.util.Optional;

/**
 * What the learner has foretold of a run, and how far the answer is.
 *
 * @param guess key of the answer that was picked
 */
public record Guess(State stage, Optional<String> guess) {
  /** How far it is. */
  public enum State {
    /** An answer may be picked; a run, or an open recording, will tell. */
    ASKED,
    /** The same, for the run after the one that is in sight. */
    ASKED_AGAIN,
    /** The program runs: what was picked stands, and the end of the run will tell. */
    AWAITED,
    /** What the run has answered may be seen. */
    TOLD
  }

  static final Guess NOTHING = new Guess(State.ASKED, Optional.empty());
}
