package interleave.exercise;

import interleave.explore.Endings;
import interleave.explore.Progress;
import interleave.laboratory.EndingSentence;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of the check of an attempt.
 *
 * @param telling says it in one sentence, in whatever language is spoken by then
 * @param breaking the ending that should not be, with the shortest schedule that leads there
 * @param mistakes why it does not compile
 * @param progress how far all orders were tried; empty where none were
 */
public record Verdict(
    Outcome outcome,
    Supplier<String> telling,
    Optional<Endings.Group> breaking,
    List<Mistake> mistakes,
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
  }

  /** In one sentence. */
  public String says() {
    return telling.get();
  }

  /** What was not controlled, so that other orders may do otherwise. */
  public List<String> uncontrolled() {
    return progress.stream()
        .flatMap(each -> each.told().keySet().stream())
        .map(EndingSentence::of)
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether the task is done. */
  public boolean isPassed() {
    return outcome == Outcome.HOLDS;
  }

  static Verdict without(Outcome outcome, Supplier<String> says) {
    return new Verdict(outcome, says, Optional.empty(), List.of(), Optional.empty());
  }

  static Verdict notCompiled(Supplier<String> says, List<Mistake> mistakes) {
    return new Verdict(Outcome.NOT_COMPILED, says, Optional.empty(), mistakes, Optional.empty());
  }
}
