package interleave.agent.output;

import interleave.agent.trace.Lane;
import interleave.event.OutputRate;
import org.jspecify.annotations.Nullable;

/** What one thread prints. */
final class OutputLane {
  private static final Lane.Slot<OutputLane> SLOT = Lane.slot();

  /** Where the program is about to print. */
  int site;

  /** What it printed since its last line end, by stream. */
  final @Nullable LineBuffer[] lines = new @Nullable LineBuffer[2];

  /** How much of that is recorded. */
  final OutputRate rate = new OutputRate();

  /** Whether {@code OutputTap} knows that this thread may have printed half a line. */
  boolean listed;

  private OutputLane() {}

  static OutputLane of(Lane lane) {
    OutputLane found = lane.get(SLOT);
    if (found == null) {
      found = new OutputLane();
      lane.put(SLOT, found);
    }
    return found;
  }

  /** Whether this thread printed something of which nothing is recorded yet. */
  boolean hasLine() {
    if (rate.isCounting()) {
      return true;
    }
    for (LineBuffer line : lines) {
      if (line != null && !line.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Null when it has not printed anything. */
  static @Nullable OutputLane known(Lane lane) {
    return lane.get(SLOT);
  }
}
