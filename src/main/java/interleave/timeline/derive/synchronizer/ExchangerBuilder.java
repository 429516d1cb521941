package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Outcome;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.grammar.EventGrammar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An exchanger: its level are the threads that are there and have not met another yet. Each comes
 * with an offer of its own and goes with the number of the one that it met; of the two the later
 * one lets the other go on.
 */
public final class ExchangerBuilder extends SynchronizerBuilder {
  /** Who made the offers of which the pair has not gone on, by number. */
  private final Map<Long, Waker> offers = new HashMap<>();

  /** The offer that each lane is there with. */
  private final Map<Integer, Long> here = new HashMap<>();

  /** Offers of which the other one has gone on. */
  private final Set<Long> met = new HashSet<>();

  private int meetings;

  public ExchangerBuilder(int index, WakeBuilder wakes) {
    super(index, SynchronizerTrack.Kind.EXCHANGER, wakes);
  }

  @Override
  void happened(EventKind event, int flags, int lane, int site, long value, long time) {
    switch (event) {
      case ARRIVED -> {
        offers.put(value, new Waker(lane, time, site));
        here.put(lane, value);
        step(level + 1, lane, time);
      }
      case SYNC_WAIT_END -> {
        Outcome outcome = outcome(flags);
        Long known = here.remove(lane);
        long mine = known == null ? 0 : known;
        boolean pair = outcome == Outcome.WENT_ON && mine > 0 && value > 0;
        end(lane, outcome, pair && value > mine ? offer(value) : Waker.NOBODY, time);
        if (pair) {
          meet(mine, value, lane, time);
        } else if (mine > 0 && !met.remove(mine)) {
          offers.remove(mine);
          step(Math.max(0, level - 1), lane, time);
        }
      }
      case PERMIT_ACQUIRED, PERMIT_RELEASED, REGISTERED -> {} // an exchanger has neither
      default -> throw EventGrammar.unheard(event);
    }
  }

  private Waker offer(long number) {
    return offers.getOrDefault(number, Waker.NOBODY);
  }

  private void meet(long mine, long other, int lane, long time) {
    if (met.remove(mine)) {
      offers.remove(mine);
      offers.remove(other);
      return;
    }
    met.add(other);
    opened(Cause.OPENED, offer(Math.max(mine, other)), 1, meetings++, time);
    step(Math.max(0, level - 2), lane, time);
  }
}
