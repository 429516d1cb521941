package interleave.agent.jms;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around what receives a message. Whether one is there JMS tells only by
 * giving it, so each call that may wait is told before.
 *
 * <p>No hook lets an exception out.
 */
public final class ReceiveHooks {
  private static final long NOTHING = 0;

  /** A call that may wait. */
  private static final long ASKED = 1;

  /** A call that does not wait. */
  private static final long TRY = 2;

  /** A call that may wait as long as it was told to, and has no message then. */
  private static final long TIMED = 3;

  private ReceiveHooks() {}

  /** Before {@code receive()}. */
  public static long receiving(@Nullable Object consumer, int site) {
    return begin(consumer, ASKED, WaitLimit.NONE, site);
  }

  /** Before {@code receive(millis)}; 0 is for ever. */
  public static long receivingUntil(@Nullable Object consumer, long millis, int site) {
    return millis <= 0
        ? begin(consumer, ASKED, WaitLimit.NONE, site)
        : begin(consumer, TIMED, WaitLimit.of(millis, TimeUnit.MILLISECONDS), site);
  }

  /** Before {@code receiveBody(type, millis)}. */
  public static long receivingUntil(
      @Nullable Object consumer, @Nullable Class<?> type, long millis, int site) {
    return receivingUntil(consumer, millis, site);
  }

  /** Before {@code receiveNoWait()}. */
  public static long receivingNow(@Nullable Object consumer, int site) {
    return begin(consumer, TRY, WaitLimit.NONE, site);
  }

  private static long begin(@Nullable Object consumer, long how, long limit, int site) {
    boolean begun = false;
    try {
      if (consumer == null) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      JmsCall call = JmsCall.of(lane);
      boolean outermost = call.begin();
      begun = true;
      Endpoint known = outermost ? Endpoints.ALL.known(consumer) : null;
      if (known != null) {
        Destination from = known.destination;
        call.destination = from;
        if (from != null && how != TRY) {
          WaitLimit.say(lane, limit, from.id);
          lane.log.event(GET_REQUEST, 0, from.id, site, 0);
          call.asked = true;
        }
      }
      return how;
    } catch (Throwable e) {
      return begun ? how : NOTHING;
    }
  }

  /** After any of them; {@code result} is a message, or what was in it. */
  public static void received(
      @Nullable Object consumer, @Nullable Object result, long token, int site) {
    if (token == NOTHING) {
      return;
    }
    try {
      Lane lane = Lane.current();
      JmsCall call = JmsCall.of(lane);
      MessageSight message = MessageSight.of(result);
      if (message != null) {
        call.message = message;
      }
      if (call.end()) {
        tell(lane, call, result, token, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static void tell(Lane lane, JmsCall call, @Nullable Object result, long token, int site) {
    MessageSight message = result == null ? null : call.message;
    Destination asked = call.destination;
    if (message != null) {
      call.received = message.number();
      got(lane, message, asked, site);
    } else if (asked != null && result != null) {
      lane.log.event(GET, asked.isTopic ? Flags.COPIES : 0, asked.id, site, 0);
    } else if (asked != null && call.asked) {
      // Without a limit there is no message only where the consumer was closed.
      int flags = token == TIMED ? Flags.TIMED_OUT : Flags.FAILED;
      lane.log.event(GET_ABANDONED, flags, asked.id, site, 0);
    }
  }

  /** {@code message} is the thread's; {@code asked} is what it was waiting for, if anything. */
  static void got(Lane lane, MessageSight message, @Nullable Destination asked, int site) {
    // One that a broker has moved says where it was sent; it is there that it was put.
    Destination from = asked != null ? asked : message.destination();
    if (from != null) {
      int flags = (from.isTopic ? Flags.COPIES : 0) | (message.again() ? Flags.AGAIN : 0);
      lane.log.text(GET, flags, from.id, site, message.number(), message.preview());
    }
  }

  /** The call threw {@code why}. */
  public static void failed(@Nullable Object consumer, Throwable why, long token, int site) {
    if (token == NOTHING) {
      return;
    }
    try {
      Lane lane = Lane.current();
      JmsCall call = JmsCall.of(lane);
      Destination asked = call.destination;
      if (call.end() && asked != null && call.asked) {
        lane.log.event(GET_ABANDONED, reason(why), asked.id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Clients wrap what interrupted them. */
  static int reason(Throwable why) {
    Throwable each = why;
    for (int i = 0; i < 8 && each != null; i++) {
      if (each instanceof InterruptedException || each instanceof java.io.InterruptedIOException) {
        return Flags.INTERRUPTED;
      }
      each = each.getCause();
    }
    return Flags.FAILED;
  }
}
