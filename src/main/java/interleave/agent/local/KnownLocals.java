package interleave.agent.local;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Thing;
import org.jspecify.annotations.Nullable;

/**
 * The previews that one thread recorded last of a few thread-locals: a value that is read again and
 * again is written down once.
 */
final class KnownLocals {
  private static final Lane.Slot<KnownLocals> SLOT = Lane.slot();
  private static final int MOST = 8;

  private final @Nullable Thing[] locals = new @Nullable Thing[MOST];
  private final String[] previews = new String[MOST];
  private int next;

  private KnownLocals() {}

  static KnownLocals of(Lane lane) {
    KnownLocals found = lane.get(SLOT);
    if (found == null) {
      found = new KnownLocals();
      lane.put(SLOT, found);
    }
    return found;
  }

  /** Whether that preview is the one that was recorded last; from now on it is. */
  boolean isKnown(Thing local, String preview) {
    for (int i = 0; i < MOST; i++) {
      if (locals[i] == local) {
        boolean same = previews[i].equals(preview);
        previews[i] = preview;
        return same;
      }
    }
    locals[next] = local;
    previews[next] = preview;
    next = (next + 1) % MOST;
    return false;
  }

  void forget(Thing local) {
    for (int i = 0; i < MOST; i++) {
      if (locals[i] == local) {
        locals[i] = null;
      }
    }
  }
}
