package interleave.agent.synchronizer;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/** What one thread asks semaphores for. */
final class SemaphoreLane {
  private static final Lane.Slot<SemaphoreLane> SLOT = Lane.slot();

  /** How many permits it asks for. */
  int permitsAsked;

  /** The semaphore of the program's own making in one of whose methods this thread is. */
  @Nullable SynchronizerThing within;

  private SemaphoreLane() {}

  static SemaphoreLane of(Lane lane) {
    SemaphoreLane found = lane.get(SLOT);
    if (found == null) {
      found = new SemaphoreLane();
      lane.put(SLOT, found);
    }
    return found;
  }
}
