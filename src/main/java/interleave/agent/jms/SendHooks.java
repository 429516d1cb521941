package interleave.agent.jms;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.event.Flags;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what sends a message. Its id is known when it was sent, and so
 * the put is told then; one that had to wait for the broker, or for room there, shows that.
 *
 * <p>A token says that the call was seen. No hook lets an exception out.
 */
public final class SendHooks {
  private static final long NOTHING = 0;
  private static final long SEEN = 1;

  private SendHooks() {}

  /** Before {@code send(message)}. */
  public static long sending(@Nullable Object producer, @Nullable Object message, int site) {
    return begin(producer, null, message, site);
  }

  /** Before {@code send(destination, message)}. */
  public static long sendingTo(
      @Nullable Object producer, @Nullable Object destination, @Nullable Object message, int site) {
    return begin(producer, destination, message, site);
  }

  /** Before {@code send(destination, body)}: the client makes a message of it. */
  public static long sendingBody(
      @Nullable Object producer, @Nullable Object destination, int site) {
    return begin(producer, destination, null, site);
  }

  private static long begin(
      @Nullable Object producer, @Nullable Object destination, @Nullable Object message, int site) {
    boolean begun = false;
    try {
      if (producer == null) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      JmsCall call = JmsCall.of(lane);
      boolean outermost = call.begin();
      begun = true;
      if (call.preview.isEmpty()) {
        call.preview = MessageSight.preview(message);
      }
      if (outermost) {
        Destination to = MessageSight.destination(destination);
        Endpoint known = to == null ? Endpoints.ALL.known(producer) : null;
        call.destination = known == null ? to : known.destination;
        if (call.destination != null) {
          lane.log.event(PUT_REQUEST, 0, call.destination.id, site, 0);
          call.asked = true;
        }
      }
      return SEEN;
    } catch (Throwable e) {
      return begun ? SEEN : NOTHING;
    }
  }

  /** After {@code send(message)}. */
  public static void sent(
      @Nullable Object producer, @Nullable Object message, long token, int site) {
    ended(producer, message, token, site);
  }

  /** After {@code send(destination, message)}. */
  public static void sentTo(
      @Nullable Object producer,
      @Nullable Object destination,
      @Nullable Object message,
      long token,
      int site) {
    ended(producer, message, token, site);
  }

  /** As before, where it returns the producer. */
  public static void sentTo(
      @Nullable Object producer,
      @Nullable Object destination,
      @Nullable Object message,
      @Nullable Object result,
      long token,
      int site) {
    ended(producer, message, token, site);
  }

  /** After {@code send(destination, body)}. */
  public static void sentBody(
      @Nullable Object producer,
      @Nullable Object destination,
      @Nullable Object result,
      long token,
      int site) {
    ended(producer, null, token, site);
  }

  private static void ended(
      @Nullable Object producer, @Nullable Object message, long token, int site) {
    if (token == NOTHING || producer == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      JmsCall call = JmsCall.of(lane);
      if (message != null) {
        call.message = MessageSight.of(message);
      }
      if (call.end()) {
        tell(lane, call, producer, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static void tell(Lane lane, JmsCall call, Object producer, int site) {
    MessageSight message = call.message;
    Destination to = message == null ? null : message.destination();
    if (to == null) {
      to = call.destination;
    }
    if (to != null) {
      Endpoint endpoint = Endpoints.ALL.known(producer);
      SessionThing session = endpoint == null ? null : endpoint.session;
      long number = message == null ? 0 : message.number();
      int flags = to.isTopic ? Flags.COPIES : 0;
      if (session == null || !session.transacted || number == 0) {
        lane.log.text(PUT, flags, to.id, site, number, call.preview);
      } else {
        lane.log.text(PUT, flags | Flags.BUFFERED, to.id, site, number, call.preview);
        session.sent(to.id, number);
      }
    }
  }

  /** The send threw {@code why}. */
  public static void failed(@Nullable Object producer, Throwable why, long token, int site) {
    if (token == NOTHING) {
      return;
    }
    try {
      Lane lane = Lane.current();
      JmsCall call = JmsCall.of(lane);
      if (call.end() && call.asked && call.destination != null) {
        int flags = ReceiveHooks.reason(why);
        lane.log.event(PUT_ABANDONED, flags, call.destination.id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
