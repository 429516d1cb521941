package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.grammar.EventGrammar;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A word in memory at which threads wait in the system. Who wakes others says how many that were;
 * they are the next that go on. What the word means, and whose it is, nobody tells.
 */
public final class FutexBuilder extends SynchronizerBuilder {
  /** So many wakes wait for those that they are for. */
  private static final int MOST = 1_000;

  private final Deque<Wake> wakes = new ArrayDeque<>();

  /** For so many more. */
  private record Wake(Waker by, long left) {}

  public FutexBuilder(int index, WakeBuilder wakes) {
    super(index, SynchronizerTrack.Kind.FUTEX, wakes);
  }

  @Override
  void state(int now, int of, int lane, long time) {}

  @Override
  void happened(EventKind event, int flags, int lane, int site, long value, long time) {
    switch (event) {
      case SYNC_WAIT_END -> {
        boolean woken = outcome(flags) == SynchronizerTrack.Outcome.WENT_ON;
        end(lane, outcome(flags), woken ? waker() : Waker.NOBODY, time);
      }
      case PERMIT_RELEASED -> {
        if (value > 0 && wakes.size() < MOST) {
          wakes.add(new Wake(new Waker(lane, time, site), Math.min(value, waitingNow())));
        }
      }
      case PERMIT_ACQUIRED, ARRIVED, REGISTERED -> {} // a futex has no such thing
      default -> throw EventGrammar.unheard(event);
    }
  }

  private Waker waker() {
    Wake first = wakes.poll();
    if (first == null || first.left() < 1) {
      return Waker.NOBODY;
    }
    if (first.left() > 1) {
      wakes.addFirst(new Wake(first.by(), first.left() - 1));
    }
    return first.by();
  }
}
