package interleave.agent.lock;

import interleave.agent.trace.Lane;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one thread does with locks. */
final class LockLane {
  private static final Lane.Slot<LockLane> SLOT = Lane.slot();

  /** The number of the last acquisition of the lock that this thread is taking. */
  int acquisitionsSeen;

  /** Holds given up while this thread waits in {@code Object.wait}. */
  int waitingHolds;

  // Of locks that do not tell themselves how often they are held.
  private @Nullable LockThing[] held = {};
  private int[] holds = {};

  private LockLane() {}

  static LockLane of(Lane lane) {
    LockLane found = lane.get(SLOT);
    if (found == null) {
      found = new LockLane();
      lane.put(SLOT, found);
    }
    return found;
  }

  /** How often this thread holds {@code lock} by calls that we saw. */
  int holdsOf(LockThing lock) {
    for (int i = 0; i < held.length; i++) {
      if (held[i] == lock) {
        return holds[i];
      }
    }
    return 0;
  }

  /** Adds {@code change} to the holds of {@code lock} and returns what they are now. */
  int changeHolds(LockThing lock, int change) {
    int at = -1;
    for (int i = 0; i < held.length; i++) {
      if (held[i] == lock) {
        at = i;
        break;
      }
      if (held[i] == null && at < 0) {
        at = i;
      }
    }
    if (at < 0) {
      at = held.length;
      held = Arrays.copyOf(held, Math.max(4, at * 2));
      holds = Arrays.copyOf(holds, held.length);
    }
    holds[at] = (held[at] == lock ? holds[at] : 0) + change;
    held[at] = holds[at] > 0 ? lock : null;
    return holds[at];
  }
}
