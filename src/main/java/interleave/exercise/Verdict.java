package interleave.exercise;

import interleave.explore.Endings;
import interleave.explore.Progress;
import java.util.List;
import java.util.Optional;

/**
 * What came of the check of an attempt.
 *
 * @param says in one sentence
 * @param breaking the ending that should not be, with the shortest schedule that leads there
 * @param mistakes why it does not compile
 * @param uncontrolled what was not controlled, so that other orders may do otherwise
 * @param progress how far all orders were tried; empty where none were
 */
public record Verdict(
    Outcome outcome,
    String says,
    Optional<Endings.Group> breaking,
    List<Mistake> mistakes,
    List<String> uncontrolled,
    Optional<Progress> progress) {
  /** What it comes to. */
  public enum Outcome {
    /** It does what is asked, as far as the exercise wants that tried. */
    HOLDS,
    /** Nothing was found against it, but less was tried than the exercise wants. */
    HOLDS_SO_FAR,
    /** It does what it must not. */
    BROKEN,
    NOT_COMPILED,
    /** No runs came about, or what they did says nothing. */
    UNDECIDED,
    CANCELLED
  }

  public Verdict {
    mistakes = List.copyOf(mistakes);
    uncontrolled = List.copyOf(uncontrolled);
  }

  /** Whether the task is done. */
  public boolean isPassed() {
    return outcome == Outcome.HOLDS;
  }

  static Verdict without(Outcome outcome, String says) {
    return new Verdict(outcome, says, Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  static Verdict notCompiled(String says, List<Mistake> mistakes) {
    return new Verdict(
        Outcome.NOT_COMPILED, says, Optional.empty(), mistakes, List.of(), Optional.empty());
  }
}
