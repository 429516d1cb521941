package interleave.agent.control;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** At which step the objects of a run were changed last, and by whom. */
final class Changes {
  private @Nullable Strand[] last = new @Nullable Strand[16];
  private int[] at = new int[16];

  /** When somebody else than the last did. */
  private int[] before = new int[16];

  void change(int object, Strand by, int step) {
    if (object >= at.length) {
      last = Arrays.copyOf(last, object * 2);
      at = Arrays.copyOf(at, object * 2);
      before = Arrays.copyOf(before, object * 2);
    }
    if (last[object] != by) {
      before[object] = at[object];
      last[object] = by;
    }
    at[object] = step;
  }

  /** The last step at which another thread did; 0 for none. */
  int byOthers(int object, Strand than) {
    return object >= at.length ? 0 : last[object] == than ? before[object] : at[object];
  }
}
