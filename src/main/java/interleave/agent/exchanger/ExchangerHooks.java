package interleave.agent.exchanger;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of exchangers. The second of a pair does not wait but
 * lets the first one go on. A token is the number of the thread's offer.
 *
 * <p>No hook lets an exception out.
 */
public final class ExchangerHooks {
  private static final long NOTHING = 0;

  private ExchangerHooks() {}

  /** Before {@code exchange(given)}. */
  public static long exchangeBegin(@Nullable Object exchanger, @Nullable Object given, int site) {
    return offering(exchanger, given, WaitLimit.NONE, site);
  }

  private static long offering(
      @Nullable Object object, @Nullable Object given, long limit, int site) {
    try {
      if (!(object instanceof Exchanger)) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      ExchangerThing thing = Exchangers.of(lane, object, site);
      Offer offer = thing.offer(given, lane.get(Offer.CURRENT));
      lane.put(Offer.CURRENT, offer);
      lane.log.eventAt(ARRIVED, 0, thing.id, site, offer.number, offer.time);
      if (offer.waits) {
        WaitLimit.sayAt(lane, limit, thing.id, offer.time);
        lane.log.eventAt(SYNC_WAIT_BEGIN, 0, thing.id, site, 0, offer.time);
      }
      return offer.number;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** Before {@code exchange(given, time, unit)}. */
  public static long exchangeBegin(
      @Nullable Object exchanger,
      @Nullable Object given,
      long time,
      @Nullable TimeUnit unit,
      int site) {
    return unit == null ? NOTHING : offering(exchanger, given, WaitLimit.of(time, unit), site);
  }

  /** After {@code exchange(…)}. */
  public static void exchanged(
      @Nullable Object exchanger, @Nullable Object got, long token, int site) {
    if (token == NOTHING || exchanger == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      Offer mine = taken(lane, token);
      if (mine != null) {
        ExchangerThing thing = Exchangers.of(lane, exchanger, site);
        long other = thing.met(mine, got);
        if (!mine.waits && mine.number < other) {
          lane.log.eventAt(SYNC_WAIT_BEGIN, 0, thing.id, site, 0, mine.time);
        }
        lane.log.event(SYNC_WAIT_END, 0, thing.id, site, other);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** {@code exchange(…)} threw {@code why}. */
  public static void failed(@Nullable Object exchanger, Throwable why, long token, int site) {
    if (token == NOTHING || exchanger == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      Offer mine = taken(lane, token);
      if (mine != null) {
        ExchangerThing thing = Exchangers.of(lane, exchanger, site);
        thing.withdraw(mine);
        int flags =
            why instanceof InterruptedException
                ? Flags.INTERRUPTED
                : why instanceof TimeoutException ? Flags.TIMED_OUT : Flags.FAILED;
        lane.log.event(SYNC_WAIT_END, flags, thing.id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** What the calling thread was waiting with, which it is no more. */
  private static @Nullable Offer taken(Lane lane, long number) {
    Offer mine = lane.get(Offer.CURRENT);
    while (mine != null && mine.number != number) {
      mine = mine.outer; // one that never came back
    }
    lane.put(Offer.CURRENT, mine == null ? null : mine.outer);
    return mine;
  }

  /** {@code Exchanger::exchange} as a function. */
  public static @Nullable Object exchange(Exchanger<Object> exchanger, @Nullable Object given)
      throws InterruptedException {
    int site = Lane.RECORDER.callerSite();
    long token = exchangeBegin(exchanger, given, site);
    Object got;
    try {
      got = exchanger.exchange(given);
    } catch (Throwable e) {
      failed(exchanger, e, token, site);
      throw e;
    }
    exchanged(exchanger, got, token, site);
    return got;
  }
}
