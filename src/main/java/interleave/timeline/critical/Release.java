package interleave.timeline.critical;

import interleave.timeline.ThingRef;
import org.jspecify.annotations.Nullable;

/**
 * What let a thread go on that waited, or begin.
 *
 * @param lane who did it
 * @param time when
 * @param about the hold that ended, the message, the task; null where there is no such thing
 * @param site where in the source it did, or began to hold what it let go of; 0 is unknown
 */
public record Release(int lane, long time, Cause cause, @Nullable ThingRef about, int site) {
  /** What it did. */
  public enum Cause {
    /** It let go of the lock. */
    LOCK,
    /** It notified, unparked, gave back a permit, counted down or came last. */
    WAKE,
    /** It put the message that the other got. */
    MESSAGE,
    /** It got a message, and made room for the other's. */
    ROOM,
    /** It ended. */
    END,
    /** It ended, and with it its process. */
    END_OF_PROCESS,
    /** It carried out a task to its end. */
    TASK_ENDED,
    /** It handed in the task that the other began. */
    TASK_GIVEN,
    /** It answered a call. */
    ANSWER,
    /** It started the other. */
    START
  }
}
