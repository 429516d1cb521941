package interleave.view.laboratory;

import interleave.explore.Operation;
import interleave.explore.Step;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.laboratory.Conduct;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A moment of a run under control: who could go on, and who did.
 *
 * @param taken how many steps had been taken by then
 * @param enabled who could go on
 * @param went who did; empty where that is not known yet, and at the end
 */
record Moment(Trace trace, int taken, List<ThreadId> enabled, Optional<ThreadId> went) {
  /** A step begins a little after the time that it is told by. */
  private static final long WITHIN = TimeText.STEP / 100;

  /** Where the playhead stands; empty where nothing was told yet, and while a thread goes on. */
  static Optional<Moment> of(Conduct.State state, Timeline timeline, long playhead) {
    if (state.trace().isEmpty()) {
      return Optional.empty();
    }
    Trace trace = state.trace().get();
    long steps = Math.floorDiv(playhead - timeline.start() + WITHIN, TimeText.STEP);
    int all = trace.steps().size();
    if (timeline.countsSteps() && steps < all) {
      int taken = (int) Math.max(0, steps);
      Step next = trace.steps().get(taken);
      return Optional.of(new Moment(trace, taken, next.enabled(), Optional.of(next.thread())));
    }
    return state.phase() == Conduct.Phase.GOING
        ? Optional.empty()
        : Optional.of(new Moment(trace, all, state.enabled(), Optional.empty()));
  }

  /** Whether another one could have been chosen, or is to be. */
  boolean isChoice() {
    return enabled.size() > 1;
  }

  /** Before what each thread stood. */
  Map<ThreadId, Operation> standing() {
    return trace.standing(taken);
  }

  /** Who was chosen until then. */
  List<ThreadId> before() {
    return trace.steps().subList(0, taken).stream()
        .filter(Step::isChoice)
        .map(Step::thread)
        .toList();
  }

  boolean isLike(Moment other) {
    return trace == other.trace && taken == other.taken && went.equals(other.went);
  }
}
