package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.grammar.EventGrammar;

/** A latch: its level is the count that is left, and at 0 it is open for ever. */
public final class LatchBuilder extends SynchronizerBuilder {
  private Waker opener = Waker.NOBODY;

  public LatchBuilder(int index, WakeBuilder wakes) {
    super(index, SynchronizerTrack.Kind.LATCH, wakes);
  }

  @Override
  void happened(EventKind event, int flags, int lane, int site, long value, long time) {
    switch (event) {
      case ARRIVED -> {
        boolean counts = total < 0 || level > 0;
        if (counts && (total < 0 || level == 1)) {
          opener = new Waker(lane, time, site);
        }
        if (total >= 0 && counts) {
          step(level - 1, lane, time);
          if (level == 0) {
            opened(Cause.OPENED, opener, 0, time);
          }
        }
      }
      case SYNC_WAIT_END -> {
        SynchronizerTrack.Outcome outcome = outcome(flags);
        boolean wentOn = outcome == SynchronizerTrack.Outcome.WENT_ON;
        end(lane, outcome, wentOn ? opener : Waker.NOBODY, time);
      }
      case PERMIT_ACQUIRED, PERMIT_RELEASED, REGISTERED -> {} // a latch has neither
      default -> throw EventGrammar.unheard(event);
    }
  }
}
