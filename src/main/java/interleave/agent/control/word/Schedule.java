package interleave.agent.control.word;

import org.jspecify.annotations.Nullable;

/** Who is chosen where there is a choice, and what is done when that has been said to its end. */
public final class Schedule {
  private final String[] threads;
  private int at;

  /** Whether the explorer is asked then; else a thread goes on as long as it can. */
  public final boolean asks;

  public final int mostSteps;

  public Schedule(String threads, boolean asks, int mostSteps) {
    this.threads = threads.isBlank() ? new String[0] : threads.strip().split("\\s+");
    this.asks = asks;
    this.mostSteps = mostSteps;
  }

  /** The next that is named; null at the end. */
  public @Nullable String next() {
    return at < threads.length ? threads[at++] : null;
  }
}
