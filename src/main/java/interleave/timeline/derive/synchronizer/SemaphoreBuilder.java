package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.grammar.EventGrammar;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A semaphore: its level are the free permits. A permit has no mark of its own; so whoever takes
 * one is said to take that which has been free for longest, and a thread that waited was let go on
 * by the one who gave back the last permit that it needed.
 */
public final class SemaphoreBuilder extends SynchronizerBuilder {
  private static final int MOST_REMEMBERED = 10_000;

  private final Deque<Permits> given = new ArrayDeque<>();

  /** Permits given back together, and how many of them are free. */
  private static final class Permits {
    final Waker by;
    long free;

    Permits(Waker by, long free) {
      this.by = by;
      this.free = free;
    }
  }

  public SemaphoreBuilder(int index, WakeBuilder wakes) {
    super(index, SynchronizerTrack.Kind.SEMAPHORE, wakes);
  }

  @Override
  void state(int now, int of, int lane, long time) {
    super.state(now, of, lane, time);
    given.clear();
    given.add(new Permits(Waker.NOBODY, now));
  }

  @Override
  void happened(EventKind event, int flags, int lane, int site, long value, long time) {
    switch (event) {
      case PERMIT_ACQUIRED -> {
        Waker by = take(value);
        end(lane, SynchronizerTrack.Outcome.WENT_ON, by, time);
        holds.acquired(lane, value, time);
        change(-value, lane, time);
      }
      case PERMIT_RELEASED -> {
        if (given.size() < MOST_REMEMBERED) {
          given.add(new Permits(new Waker(lane, time, site), value));
        }
        holds.released(lane, value, time);
        change(value, lane, time);
      }
      case SYNC_WAIT_END -> end(lane, outcome(flags), Waker.NOBODY, time);
      case ARRIVED, REGISTERED -> {} // nobody arrives at a semaphore
      default -> throw EventGrammar.unheard(event);
    }
  }

  private void change(long by, int lane, long time) {
    if (total >= 0) {
      step((int) (level + by), lane, time);
    }
  }

  private Waker take(long permits) {
    Waker last = Waker.NOBODY;
    long wanted = permits;
    while (wanted > 0 && !given.isEmpty()) {
      Permits oldest = given.getFirst();
      long taken = Math.min(wanted, oldest.free);
      oldest.free -= taken;
      wanted -= taken;
      last = oldest.by;
      if (oldest.free <= 0) {
        given.removeFirst();
      }
    }
    return last;
  }
}
