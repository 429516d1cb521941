package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Outcome;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.grammar.EventGrammar;

/** A phaser: its level are the parties that have arrived in the present phase. */
public final class PhaserBuilder extends SynchronizerBuilder {
  private long phase = Long.MIN_VALUE;
  private boolean terminated;
  private Waker last = Waker.NOBODY;
  private Waker opener = Waker.NOBODY;

  public PhaserBuilder(int index, WakeBuilder wakes) {
    super(index, SynchronizerTrack.Kind.PHASER, wakes);
  }

  @Override
  void happened(EventKind event, int flags, int lane, int site, long value, long time) {
    switch (event) {
      case ARRIVED -> arrived(flags, lane, site, value, time);
      case REGISTERED -> {
        if (total >= 0) {
          total += (int) value;
          step(level, lane, time);
        }
      }
      case SYNC_WAIT_END -> {
        Outcome outcome = outcome(flags);
        if (outcome != Outcome.WENT_ON) {
          end(lane, outcome, Waker.NOBODY, time);
        } else {
          if (value < 0) {
            terminate(lane, site, time);
          } else {
            advance(value, time);
          }
          end(lane, Outcome.WENT_ON, opener, time);
        }
      }
      case PERMIT_ACQUIRED, PERMIT_RELEASED -> {} // a phaser has none
      default -> throw EventGrammar.unheard(event);
    }
  }

  private void arrived(int flags, int lane, int site, long in, long time) {
    if (phase == Long.MIN_VALUE) {
      phase = in;
    }
    advance(in, time);
    last = new Waker(lane, time, site);
    if (total < 0) {
      return;
    }
    if ((flags & Flags.LEFT) != 0) {
      total = Math.max(0, total - 1);
      step(level, lane, time);
    } else {
      step(level + 1, lane, time);
    }
  }

  /** It is known to be in phase {@code to}: the ones before are over. */
  private void advance(long to, long time) {
    if (phase == Long.MIN_VALUE || to <= phase) {
      return;
    }
    opener = last;
    opened(Cause.OPENED, opener, (int) phase, time);
    phase = to;
    if (total >= 0) {
      step(0, opener.lane(), time);
    }
  }

  private void terminate(int lane, int site, long time) {
    if (terminated) {
      return;
    }
    terminated = true;
    // Without a party left the last to leave ended it; else somebody said so.
    opener = total == 0 && last.lane() >= 0 ? last : new Waker(lane, time, site);
    opened(Cause.TERMINATED, opener, (int) Math.max(0, phase), time);
    if (total >= 0) {
      step(0, opener.lane(), time);
    }
  }
}
