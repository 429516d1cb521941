package interleave.lesson;

import interleave.timeline.ProgramPhase;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;

/**
 * Whether the machine had other things to do while something was measured: what one thread computes
 * at a time takes longer then, and tells nothing of the program.
 */
final class BusyMachine {
  private static final double TOO_LONG = 0.2;

  private BusyMachine() {}

  /** In phases in which one thread computes at a time, one processor is enough for them. */
  static boolean disturbed(Timeline timeline, ProgramPhase one) {
    ProgramPhase first = timeline.phases().get(one.first());
    return hadToWait(timeline, first) || hadToWait(timeline, one);
  }

  /** Whether threads that could compute got no processor for much of that phase. */
  private static boolean hadToWait(Timeline timeline, ProgramPhase phase) {
    long ready = 0;
    for (int index : timeline.processes().get(phase.process()).lanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      ready += lane.spans().nanosIn(ThreadState.READY, phase.start(), phase.end());
    }
    return ready > TOO_LONG * (phase.end() - phase.start());
  }
}
