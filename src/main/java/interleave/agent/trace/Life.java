package interleave.agent.trace;

import interleave.event.EventKind;
import interleave.event.Flags;
import org.jspecify.annotations.Nullable;

/**
 * The life of the calling thread: bodies in one another, such as {@code main} or a task that a
 * thread was made with, of which the outermost one is all that the thread does.
 */
public final class Life {
  private static final long NOTHING = 0;
  private static final long ALL = 1;
  private static final long PART = 2;

  private Life() {}

  /**
   * A body begins that may be all that the thread does.
   *
   * @param ofJdk whether it is code of the JDK's
   * @return what {@link #end} asks for; 1 when it is all
   */
  public static long begin(boolean ofJdk) {
    try {
      Lane lane = Lane.ofBody();
      if (lane.bodies == 0) {
        lane.bodyOfJdk = ofJdk;
      }
      return lane.bodies++ == 0 ? ALL : PART;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** The body that began with {@code token} ends, by an exception when there is one. */
  public static void end(long token, @Nullable Throwable why) {
    if (token == NOTHING) {
      return;
    }
    try {
      Lane lane = Lane.current();
      if (lane.bodies > 0) {
        lane.bodies--;
      }
      if (token == ALL && !lane.ended) {
        end(lane, why);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The thread of {@code lane}, the calling one, has ended if nothing told so before. */
  public static void ended(Lane lane) {
    try {
      if (!lane.ended && Lane.RECORDER.log().tracerState == lane) {
        end(lane, null);
      }
    } catch (Throwable e) {
      // Its end is not known then.
    }
  }

  private static void end(Lane lane, @Nullable Throwable why) {
    lane.ended = true;
    lane.lastWords();
    if (why == null) {
      lane.log.event(EventKind.THREAD_END, 0, 0, 0, 0);
      Lane.RECORDER.release(lane.log);
    } else {
      // The segment stays: the thread will still print its exception.
      lane.log.text(EventKind.THREAD_END, Flags.FAILED, 0, 0, 0, Exceptions.describe(why));
    }
  }
}
