package interleave.agent.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who goes on only since nobody else can: no choice. */
final class Latecomers {
  /** So often a thread goes round alone before that is said to be for ever. */
  private static final int MOST_IN_VAIN = 20;

  private Latecomers() {}

  /** The wait that would end first ends; false where there is none. */
  static boolean expireEarliest(List<Strand> strands, Course course) {
    Strand earliest = null;
    for (Strand each : strands) {
      if (each.standing
          && each.deadline != Strand.NEVER
          && (earliest == null || each.deadline < earliest.deadline)) {
        earliest = each;
      }
    }
    if (earliest == null) {
      return false;
    }
    course.clock.passTo(earliest.deadline);
    earliest.deadline = Strand.NEVER;
    earliest.expired = true;
    course.monitors.leaves(earliest);
    return true;
  }

  /** Of those that go round alike the one that did so least; null where there is none. */
  static @Nullable Strand leastInVain(List<Strand> strands) {
    Strand least = null;
    for (Strand each : strands) {
      if (each.standing && each.spins && (least == null || each.vain < least.vain)) {
        least = each;
      }
    }
    return least;
  }

  /** Whether it, and so everyone, has gone round so often that it will for ever. */
  static boolean isForEver(Strand least) {
    return least.vain >= MOST_IN_VAIN;
  }
}
