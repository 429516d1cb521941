package interleave.agent.control;

import org.jspecify.annotations.Nullable;

/** Who is chosen where there is a choice, and what is done when that has been said to its end. */
final class Schedule {
  private final String[] threads;
  private int at;

  /** Whether the explorer is asked then; else a thread goes on as long as it can. */
  final boolean asks;

  final int mostSteps;

  Schedule(String threads, boolean asks, int mostSteps) {
    this.threads = threads.isBlank() ? new String[0] : threads.strip().split("\\s+");
    this.asks = asks;
    this.mostSteps = mostSteps;
  }

  /** The next that is named; null at the end. */
  @Nullable String next() {
    return at < threads.length ? threads[at++] : null;
  }
}
