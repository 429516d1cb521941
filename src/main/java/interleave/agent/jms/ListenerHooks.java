package interleave.agent.jms;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code where the client, or a framework, gives a message to a listener, and at
 * the beginning of methods that take one. The program got the message where its own method begins;
 * where that is not seen, the call itself is the place.
 *
 * <p>No hook lets an exception out.
 */
public final class ListenerHooks {
  private static final long NOTHING = 0;

  /** The outermost listener, to which the message goes. */
  private static final long GIVEN = 1;

  private ListenerHooks() {}

  /** Before {@code listener.onMessage(message)}. */
  public static long delivering(@Nullable Object listener, @Nullable Object message, int site) {
    try {
      JmsCall call = JmsCall.of(Lane.current());
      MessageSight seen = call.delivered != null ? null : MessageSight.of(message);
      if (listener == null
          || seen == null
          || seen.number() == call.received && call.received != 0) {
        return NOTHING; // was received by the caller, and told then
      }
      call.delivered = seen;
      return GIVEN;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** A method of the program's begins that takes a message. */
  public static void comes(int site) {
    try {
      Lane lane = Lane.known();
      if (lane != null) {
        tell(lane, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static void tell(Lane lane, int site) {
    JmsCall call = JmsCall.of(lane);
    MessageSight message = call.delivered;
    if (message != null) {
      call.delivered = null;
      ReceiveHooks.got(lane, message, null, site);
    }
  }

  /** After {@code listener.onMessage(message)}. */
  public static void delivered(@Nullable Object listener, long token, int site) {
    ended(token, site);
  }

  /** The listener threw {@code why}. */
  public static void failed(@Nullable Object listener, Throwable why, long token, int site) {
    ended(token, site);
  }

  private static void ended(long token, int site) {
    try {
      if (token == GIVEN) {
        tell(Lane.current(), site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
