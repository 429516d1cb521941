package interleave.explore;

import java.util.List;
import java.util.Map;

/**
 * How far it has come.
 *
 * @param runs how many there were
 * @param classes orders among them of which no two are the same but for steps that cannot tell
 * @param preemptions of the orders that are tried now
 * @param completed up to how many preemptions all orders were tried; {@link Limits#NONE} for all
 *     there are, -1 for none
 * @param left how many choices were not tried
 * @param beyondChoices choices that were not tried since they lay behind the first ones that were
 *     asked for
 * @param cut how many runs took more steps than they may
 * @param differences how often the same did not lead to the same: the program is not deterministic
 * @param differencePlaces where, as far as it is known
 * @param told what is not controlled, and in how many runs
 */
public record Progress(
    long runs,
    long classes,
    int preemptions,
    int completed,
    long left,
    long beyondChoices,
    long cut,
    long differences,
    List<Operation.Place> differencePlaces,
    Map<Trace.Told, Long> told) {
  public Progress {
    differencePlaces = List.copyOf(differencePlaces);
    told = Map.copyOf(told);
  }

  /** Whether every order was tried. */
  public boolean isWhole() {
    return completed == Limits.NONE && beyondChoices == 0 && differences == 0;
  }
}
