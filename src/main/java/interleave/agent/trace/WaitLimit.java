package interleave.agent.trace;

import interleave.event.EventKind;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Says of a wait, directly before its begin, that it ends by itself, and when. */
public final class WaitLimit {
  /** Of a wait that lasts until somebody ends it. */
  public static final long NONE = -1;

  private static final int KIND = EventKind.WAIT_LIMIT.code();

  private WaitLimit() {}

  /** How long that is; a time that is over lasts no time. */
  public static long of(long time, @Nullable TimeUnit unit) {
    return unit == null ? NONE : Math.max(1, unit.toNanos(time));
  }

  /** The wait for {@code object} that {@code lane} is about to begin ends after {@code nanos}. */
  public static void say(Lane lane, long nanos, int object) {
    if (nanos != NONE) {
      lane.log.event(KIND, 0, object, 0, nanos);
    }
  }

  /** As {@link #say}, of one that begins then. */
  public static void sayAt(Lane lane, long nanos, int object, long time) {
    if (nanos != NONE) {
      lane.log.eventAt(KIND, 0, object, 0, nanos, time);
    }
  }
}
