package interleave.timeline.layout;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;

/**
 * Whether reads and writes were recorded by observing each step of a program. That is so in Python,
 * where it adds places at which threads are switched, and has to be said wherever it is shown; in
 * Java single accesses are recorded, and nothing is added between them.
 */
public final class ObservedSteps {
  private ObservedSteps() {}

  public static boolean of(Timeline timeline, VariableTrack variable) {
    return variable.process() >= 0
        && timeline.processes().get(variable.process()).runtime().equals("python");
  }

  public static boolean anywhere(Timeline timeline) {
    return timeline.variables().stream().anyMatch(variable -> of(timeline, variable));
  }
}
