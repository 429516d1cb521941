package interleave.agent.task;

import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Whether an object is in a queue, without asking any object whether it is equal to another. */
final class QueueContents {
  /** Further than this nobody looks while a program waits. */
  private static final int MOST = 10_000;

  private QueueContents() {}

  /** False when {@code element} is surely not in {@code queue}. */
  static boolean mayHold(@Nullable Object queue, Object element) {
    if (!Identity.isOfJdk(queue) || !(queue instanceof Queue<?> known) || known.size() > MOST) {
      return true;
    }
    for (Object each : known.toArray()) {
      if (each == element) {
        return true;
      }
    }
    return false;
  }
}
