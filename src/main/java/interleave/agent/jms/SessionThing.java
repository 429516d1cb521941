package interleave.agent.jms;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Thing;
import interleave.event.Flags;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * What the tracer knows of one session or context: what was sent by it in a transaction, which lies
 * there until that is committed.
 */
final class SessionThing extends Thing {
  private static final long[] NOTHING = {};

  /** Whether what is sent lies here until it is committed. */
  final boolean transacted;

  /** Pairs: a destination's id, a message's number. */
  private long[] pending = NOTHING;

  private int count;

  SessionThing(Object session, int hash, ReferenceQueue<Object> gone) {
    super(session, hash, gone);
    transacted = isTransacted(session);
  }

  private static boolean isTransacted(Object session) {
    try {
      JmsMethods methods = JmsMethods.of(session.getClass());
      return methods.transacted != null
          && !methods.managed
          && Boolean.TRUE.equals(methods.transacted.invoke(session));
    } catch (IllegalAccessException | InvocationTargetException | RuntimeException e) {
      return false; // a session that is closed
    }
  }

  /** That was sent, and is not committed yet. */
  synchronized void sent(int destination, long number) {
    if (count == pending.length) {
      pending = Arrays.copyOf(pending, Math.max(16, 2 * count));
    }
    pending[count++] = destination;
    pending[count++] = number;
  }

  /** All that was sent is the broker's now, or, with {@link Flags#FAILED}, is gone. */
  synchronized void end(Lane lane, int flags, int site) {
    for (int i = 0; i < count; i += 2) {
      int destination = (int) pending[i];
      long number = pending[i + 1];
      if (flags == 0) {
        lane.log.event(MESSAGE_SENT, 0, destination, site, number);
      } else {
        lane.log.text(MESSAGE_SENT, flags, destination, site, number, "rolled back");
      }
    }
    count = 0;
    pending = NOTHING;
  }
}
