package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Outcome;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.grammar.EventGrammar;
import java.util.HashMap;
import java.util.Map;

/**
 * A barrier: its level are the parties that have arrived. When all have, the last of them runs the
 * barrier's action, and then the first that goes on shows that it is open. Threads that come in
 * between belong to the next round.
 */
public final class BarrierBuilder extends SynchronizerBuilder {
  /** The round in which each lane arrived last. */
  private final Map<Integer, Integer> arrivedIn = new HashMap<>();

  private int round;
  private int opened;
  private boolean broken;

  /** The last to come of the present round, and of the one before. */
  private Waker last = Waker.NOBODY;

  private Waker lastOfNext = Waker.NOBODY;
  private Waker opener = Waker.NOBODY;

  public BarrierBuilder(int index, WakeBuilder wakes) {
    super(index, SynchronizerTrack.Kind.BARRIER, wakes);
  }

  @Override
  void state(int now, int of, int lane, long time) {
    if (waitingNow() > 0) {
      opened(Cause.BROKEN, new Waker(lane, time, 0), opened, time);
    }
    round++;
    broken = false;
    super.state(now, of, lane, time);
  }

  @Override
  void happened(EventKind event, int flags, int lane, int site, long value, long time) {
    switch (event) {
      case ARRIVED -> {
        boolean early = total > 0 && level >= total;
        arrivedIn.put(lane, early ? round + 1 : round);
        Waker by = new Waker(lane, time, site);
        if (early) {
          lastOfNext = by;
        } else {
          last = by;
        }
        if (total >= 0) {
          step(level + 1, lane, time);
        }
      }
      case SYNC_WAIT_END -> {
        Outcome outcome = outcome(flags);
        if (outcome == Outcome.WENT_ON) {
          goesOn(lane, time);
        } else {
          fails(lane, site, outcome, time);
        }
      }
      case PERMIT_ACQUIRED, PERMIT_RELEASED, REGISTERED -> {} // a barrier has neither
      default -> throw EventGrammar.unheard(event);
    }
  }

  private void goesOn(int lane, long time) {
    if (arrivedIn.getOrDefault(lane, round) == round) {
      opener = last;
      opened(Cause.OPENED, opener, opened++, time);
      last = lastOfNext;
      round++;
      broken = false;
      if (total >= 0) {
        step(Math.max(0, level - total), lane, time);
      }
    }
    end(lane, Outcome.WENT_ON, opener, time);
  }

  private void fails(int lane, int site, Outcome outcome, long time) {
    if (arrivedIn.getOrDefault(lane, round) == round) {
      if (!broken) {
        broken = true;
        opener = new Waker(lane, time, site);
        opened(Cause.BROKEN, opener, opened, time);
      }
      if (total >= 0) {
        step(Math.max(0, level - 1), lane, time);
      }
    }
    end(lane, outcome, outcome == Outcome.BROKEN ? opener : Waker.NOBODY, time);
  }
}
