package interleave.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Ends all processes of a run: asks them to terminate, waits a little, then kills until none is
 * left. A process may ignore the request, fork meanwhile, or lose its parent; so the tree is looked
 * at anew in every round, and only two empty looks in a row count as the end.
 */
final class TreeStop {
  /** How long a process that was asked to terminate may take to tidy up. */
  private static final Duration PATIENCE = Duration.ofMillis(1200);

  /** After so long even what cannot be killed (it hangs in the kernel) is given up. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** But not before so many rounds: a machine that stood still for that time has had none. */
  private static final int LEAST_ROUNDS = 50;

  private static final long PAUSE = Duration.ofMillis(20).toNanos();

  private final ProcessTree tree;
  private final LongSupplier clock;

  TreeStop(ProcessTree tree) {
    this(tree, System::nanoTime);
  }

  TreeStop(ProcessTree tree, LongSupplier clock) {
    this.tree = tree;
    this.clock = clock;
  }

  /** Returns what it could not end; empty but for processes that hang in the kernel. */
  List<ProcessHandle> stop() {
    return terminate() ? kill() : List.of();
  }

  /** Returns whether some are left. */
  private boolean terminate() {
    long begin = clock.getAsLong();
    Set<ProcessHandle> asked = new HashSet<>();
    int empty = 0;
    while (clock.getAsLong() - begin < PATIENCE.toNanos()) {
      ProcessTree.Sight sight = tree.sight();
      for (ProcessHandle each : sight.living()) {
        if (asked.add(each)) {
          each.destroy();
        }
      }
      empty = sight.isEmpty() ? empty + 1 : 0;
      if (empty == 2) {
        return false;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return true;
  }

  private List<ProcessHandle> kill() {
    long begin = clock.getAsLong();
    int empty = 0;
    for (int round = 0;
        empty < 2 && (round < LEAST_ROUNDS || clock.getAsLong() - begin < LONGEST.toNanos());
        round++) {
      empty = tree.kill() ? 0 : empty + 1;
    }
    return empty == 2 ? List.of() : tree.sight().living();
  }
}
