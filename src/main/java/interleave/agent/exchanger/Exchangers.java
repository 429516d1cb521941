package interleave.agent.exchanger;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;

/** The program's exchangers. */
final class Exchangers extends Things<ExchangerThing> {
  private static final Exchangers ALL = new Exchangers();
  private static final Lane.Slot<ExchangerThing> LAST = Lane.slot();

  private Exchangers() {}

  /** What {@code exchanger} is to {@code lane}; it is mostly the one that it used last. */
  static ExchangerThing of(Lane lane, Object exchanger, int site) {
    ExchangerThing found = lane.get(LAST);
    if (found == null || !found.refersTo(exchanger)) {
      found = ALL.of(exchanger, site);
      lane.put(LAST, found);
    }
    if (!found.named) {
      Names.improve(found, ObjectType.EXCHANGER, site);
    }
    return found;
  }

  @Override
  public ExchangerThing create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    return new ExchangerThing(object, hash, gone, site);
  }
}
