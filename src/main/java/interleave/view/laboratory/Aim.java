package interleave.view.laboratory;

import interleave.explore.Limits;
import interleave.laboratory.Failure;
import interleave.laboratory.Inquiry;
import interleave.program.Program;
import java.time.Duration;
import java.util.Optional;

/** With how many choices the goal of a lesson can be reached: sought once for a program. */
final class Aim {
  /** Who needs more of them would not find it by hand either. */
  private static final int MOST_PREEMPTIONS = 3;

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Optional<Inquiry> inquiry = Optional.empty();
  private Optional<Program> program = Optional.empty();
  private Optional<Failure> goal = Optional.empty();

  /** Seeks it, where it is not sought or known already. */
  void seek(Program of, Failure wanted) {
    if (program.filter(of::equals).isPresent() && goal.filter(wanted::equals).isPresent()) {
      return;
    }
    inquiry.ifPresent(each -> Thread.ofVirtual().start(each::close));
    program = Optional.of(of);
    goal = Optional.of(wanted);
    Limits limits = Limits.USUAL.preemptions(MOST_PREEMPTIONS);
    inquiry =
        Optional.of(
            Inquiry.begin(
                of, new Inquiry.Wish(limits, Optional.empty(), LONGEST, Optional.of(wanted))));
  }

  /** How many choices a run has that comes to it; empty where none is known. */
  Optional<Integer> fewest() {
    return inquiry
        .map(Inquiry::state)
        .flatMap(state -> state.report().or(state::soFar))
        .flatMap(report -> goal.flatMap(report::schedule))
        .map(schedule -> schedule.choices().size());
  }

  void cancel() {
    inquiry.ifPresent(Inquiry::cancel);
  }

  /** Ends it; blocks. */
  void close() {
    inquiry.ifPresent(Inquiry::close);
  }
}
