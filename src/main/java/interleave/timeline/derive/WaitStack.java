package interleave.timeline.derive;

import interleave.event.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is in the middle of: a wait, a wait within that, a task. Where ends got lost it
 * forgets the oldest rather than grow.
 */
final class WaitStack {
  private static final int MOST = 16;

  private final EventKind[] openers = new EventKind[MOST];
  private final int[] objects = new int[MOST];
  private int size;

  /** What the event is the end of; null when it ends nothing. */
  static @Nullable EventKind opener(EventKind end) {
    return switch (end) {
      case JOIN_END -> EventKind.JOIN_BEGIN;
      case SLEEP_END -> EventKind.SLEEP_BEGIN;
      case LOCK_ACQUIRED, LOCK_ABANDONED -> EventKind.LOCK_REQUEST;
      case WAIT_END -> EventKind.WAIT_BEGIN;
      case PUT, PUT_ABANDONED -> EventKind.PUT_REQUEST;
      case GET, GET_ABANDONED -> EventKind.GET_REQUEST;
      case CHILD_WAIT_END -> EventKind.CHILD_WAIT_BEGIN;
      case SYNC_WAIT_END, PERMIT_ACQUIRED -> EventKind.SYNC_WAIT_BEGIN;
      case PARK_END -> EventKind.PARK_BEGIN;
      case IO_END -> EventKind.IO_BEGIN;
      case TASK_ENDED -> EventKind.TASK_STARTED;
      case RESULT_WAIT_END -> EventKind.RESULT_WAIT_BEGIN;
      case AWAIT_END -> EventKind.AWAIT_BEGIN;
      case IDLE_END -> EventKind.IDLE_BEGIN;
      case CALL_END -> EventKind.CALL_BEGIN;
      case SERVE_END -> EventKind.SERVE_BEGIN;
      default -> null;
    };
  }

  /** Whether a thread that says anything else cannot be in the middle of it any more. */
  static boolean isLeaf(EventKind opener) {
    return switch (opener) {
      case SLEEP_BEGIN, JOIN_BEGIN, PARK_BEGIN, IDLE_BEGIN -> true;
      default -> false;
    };
  }

  void push(EventKind opener, int object) {
    if (size > 0 && openers[size - 1] == opener && objects[size - 1] == object) {
      return; // asked again for the same: the first asking never got its end
    }
    if (size == MOST) {
      System.arraycopy(openers, 1, openers, 0, MOST - 1);
      System.arraycopy(objects, 1, objects, 0, MOST - 1);
      size--;
    }
    openers[size] = opener;
    objects[size++] = object;
  }

  /** Ends the innermost of that kind and what is within it; false when there is none. */
  boolean pop(EventKind opener) {
    for (int i = size - 1; i >= 0; i--) {
      if (openers[i] == opener) {
        size = i;
        return true;
      }
    }
    return false;
  }

  @Nullable EventKind top() {
    return size == 0 ? null : openers[size - 1];
  }

  int topObject() {
    return size == 0 ? -1 : objects[size - 1];
  }
}
