package interleave.timeline.order;

import interleave.timeline.ThingRef;
import org.jspecify.annotations.Nullable;

/**
 * One thread takes over what another had done: all that {@code from} did up to then happens before
 * all that {@code to} does from then on.
 *
 * @param about the lock, the message, the variable by which it does; null where that is the thread
 *     itself
 */
public record Link(
    Kind kind, int from, long fromTime, int to, long toTime, @Nullable ThingRef about) {
  /** How. */
  public enum Kind {
    /** The one started the other. */
    START,
    /** The one ended, and the other has waited for that. */
    END,
    /** The one let go of a lock, and the other got it. */
    LOCK,
    /** The one wrote a volatile variable, and the other read it. */
    VOLATILE,
    /** The one gave back a permit, and the other took one. */
    PERMIT,
    /** The one counted down or set, and the other has waited for that. */
    LATCH,
    /** All came, and then all went on. */
    BARRIER,
    /** The one put a message that the other took. */
    MESSAGE,
    /** The one handed in a task that the other carries out. */
    TASK,
    /** The one carried out a task, and the other has got its result. */
    RESULT,
    /** A call to another process, or its answer. */
    CALL
  }
}
