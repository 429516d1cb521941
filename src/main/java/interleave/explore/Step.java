package interleave.explore;

import java.util.List;

/**
 * One thread went on: its operation, and all of its own code up to its next one or its end.
 *
 * @param enabled who could have gone on, the thread itself too, in their order
 * @param did the value that was read or written, where it is known; else empty
 * @param late whether it went on only because its time ran out while nobody else could go on
 */
public record Step(
    ThreadId thread, Operation operation, List<ThreadId> enabled, String did, boolean late) {
  public Step {
    enabled = List.copyOf(enabled);
  }

  /** Whether another thread could have gone on instead. */
  public boolean isChoice() {
    return enabled.size() > 1;
  }
}
