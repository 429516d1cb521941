package interleave.agent.synchronizer;

import static interleave.event.EventKind.*;

import interleave.event.Clock;
import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of phasers. Who finds that it is the only one still to
 * come does not wait: it runs {@code onAdvance} and opens the next phase. Two that arrive at the
 * same moment may both find that one is to come besides them; so whoever does not wait looks
 * afterwards whether the phase is over.
 *
 * <p>No hook lets an exception out.
 */
public final class PhaserHooks {
  private static final long NOTHING = 0;
  private static final long SEEN = 1;

  private PhaserHooks() {}

  /** Before {@code arrive()}. */
  public static long arriveBegin(@Nullable Object phaser, int site) {
    return arriving(phaser, 0, false, site);
  }

  /** Before {@code arriveAndDeregister()}. */
  public static long deregisterBegin(@Nullable Object phaser, int site) {
    return arriving(phaser, Flags.LEFT, false, site);
  }

  /** Before {@code arriveAndAwaitAdvance()}. */
  public static long arriveAndAwaitBegin(@Nullable Object phaser, int site) {
    return arriving(phaser, 0, true, site);
  }

  private static long arriving(@Nullable Object object, int flags, boolean waits, int site) {
    try {
      if (!(object instanceof Phaser phaser)) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      SynchronizerThing thing = Synchronizers.of(lane, phaser, site);
      int phase = thing.plain ? phaser.getPhase() : 0;
      if (phase < 0) {
        return NOTHING;
      }
      boolean last = thing.plain && phaser.getUnarrivedParties() == 1;
      long now = Clock.now();
      lane.log.eventAt(ARRIVED.code(), flags, thing.id, site, phase, now);
      if (waits && !last) {
        lane.log.eventAt(SYNC_WAIT_BEGIN.code(), 0, thing.id, site, phase, now);
      }
      return SEEN;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** After {@code arrive()} and {@code arriveAndDeregister()}. */
  public static void arriveEnd(@Nullable Object object, int phase, long token, int site) {
    try {
      if (token != NOTHING && object instanceof Phaser phaser) {
        int next = phaser.getPhase();
        if (next != phase) {
          advanced(phaser, next, site);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code awaitAdvance(phase)} and {@code awaitAdvanceInterruptibly(phase)}. */
  public static long awaitBegin(@Nullable Object phaser, int phase, int site) {
    return awaiting(phaser, phase, WaitLimit.NONE, site);
  }

  private static long awaiting(@Nullable Object object, int phase, long limit, int site) {
    try {
      if (!(object instanceof Phaser phaser) || phase < 0) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      SynchronizerThing thing = Synchronizers.of(lane, phaser, site);
      if (thing.plain && phaser.getPhase() != phase) {
        return NOTHING;
      }
      WaitLimit.say(lane, limit, thing.id);
      lane.log.event(SYNC_WAIT_BEGIN, 0, thing.id, site, phase);
      return SEEN;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  /** Before {@code awaitAdvanceInterruptibly(phase, time, unit)}. */
  public static long awaitBegin(
      @Nullable Object phaser, int phase, long time, @Nullable TimeUnit unit, int site) {
    return unit == null ? NOTHING : awaiting(phaser, phase, WaitLimit.of(time, unit), site);
  }

  /** After whatever waited for a phase: the one it goes on with, negative where there is none. */
  public static void awaitEnd(@Nullable Object object, int phase, long token, int site) {
    try {
      if (token != NOTHING && object instanceof Phaser phaser) {
        advanced(phaser, phase, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static void advanced(Phaser phaser, int phase, int site) {
    Lane lane = Lane.current();
    lane.log.event(SYNC_WAIT_END, 0, Synchronizers.of(lane, phaser, site).id, site, phase);
  }

  /** Arriving or waiting threw {@code why}. */
  public static void failed(@Nullable Object phaser, Throwable why, long token, int site) {
    if (token == NOTHING || phaser == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      int flags =
          why instanceof InterruptedException
              ? Flags.INTERRUPTED
              : why instanceof TimeoutException ? Flags.TIMED_OUT : Flags.FAILED;
      int id = Synchronizers.of(lane, phaser, site).id;
      lane.log.event(SYNC_WAIT_END, flags, id, site, 0);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code register()}: so that its state is recorded from before. */
  public static long registerBegin(@Nullable Object phaser, int site) {
    return registerBegin(phaser, 1, site);
  }

  /** Before {@code bulkRegister(parties)}; the token is how many. */
  public static long registerBegin(@Nullable Object object, int parties, int site) {
    try {
      if (object instanceof Phaser phaser && parties > 0) {
        Synchronizers.of(Lane.current(), phaser, site);
        return parties;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  /** After {@code register()} and {@code bulkRegister(parties)}. */
  public static void registered(@Nullable Object phaser, int phase, long parties, int site) {
    try {
      if (parties > 0 && phase >= 0 && phaser != null) {
        Lane lane = Lane.current();
        lane.log.event(REGISTERED, 0, Synchronizers.of(lane, phaser, site).id, site, parties);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After {@code forceTermination()}. */
  public static void terminated(@Nullable Object object, long none, int site) {
    try {
      if (object instanceof Phaser phaser) {
        advanced(phaser, -1, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
