package interleave.agent.exchanger;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Thing;
import interleave.event.EventKind;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tracer knows of one exchanger: the offers of the threads that are there. An exchanger
 * tells nobody who met whom; but each of the two gets the very object that the other one brought.
 */
final class ExchangerThing extends Thing {
  private static final int PAIR = 2;

  private final List<Offer> open = new ArrayList<>();
  private long last;

  ExchangerThing(Object exchanger, int hash, ReferenceQueue<Object> gone, int site) {
    super(exchanger, hash, gone);
    define(ObjectType.EXCHANGER, Names.of(this, exchanger, site));
    Lane.RECORDER.log().event(EventKind.SYNC_STATE, 0, id, 0, (long) PAIR << 32);
  }

  /** A thread comes with {@code given}, in the midst of {@code outer} if in any. */
  synchronized Offer offer(@Nullable Object given, @Nullable Offer outer) {
    // Every other one finds somebody there. Who was told so wrongly says so afterwards.
    Offer made = new Offer(++last, given, open.size() % PAIR == 0, outer);
    open.add(made);
    return made;
  }

  /**
   * The thread that made {@code mine} goes on with {@code got}; the number of the offer that it met
   * or 0 where nobody is known to have brought that. The first of the two to ask settles it.
   */
  synchronized long met(Offer mine, @Nullable Object got) {
    open.remove(mine);
    Offer other = mine.met;
    if (other == null || !other.is(got)) {
      other = find(got);
    }
    if (other == null) {
      return 0;
    }
    open.remove(other);
    other.met = mine;
    return other.number;
  }

  private @Nullable Offer find(@Nullable Object got) {
    for (Offer each : open) {
      if (each.is(got)) {
        return each;
      }
    }
    return null;
  }

  /** The thread that made {@code mine} met nobody. */
  synchronized void withdraw(Offer mine) {
    open.remove(mine);
  }
}
