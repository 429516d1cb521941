package interleave.timeline.layout;

import interleave.timeline.Spans;
import interleave.timeline.ThreadState;

/** What words about a state go by: what the system was asked from time to time is told as such. */
public final class StateKey {
  private StateKey() {}

  public static String of(Spans spans, int i) {
    return of(spans.state(i), spans.sampled());
  }

  /** That of a state of threads of which the system was asked, or that tell of themselves. */
  public static String of(ThreadState state, boolean sampled) {
    if (state == ThreadState.READY && TimeText.countsSteps()) {
      return "stands." + state;
    }
    boolean ofSystem = state == ThreadState.READY || state == ThreadState.UNTRACED_WAIT;
    return ofSystem && !sampled ? "told." + state : state.name();
  }
}
