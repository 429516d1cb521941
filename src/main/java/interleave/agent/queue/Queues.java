package interleave.agent.queue;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;

/** The program's queues between threads. */
final class Queues extends Things<QueueThing> {
  static final Queues ALL = new Queues();

  private static final Lane.Slot<QueueThing> LAST = Lane.slot();

  private Queues() {}

  /** What {@code queue} is to {@code lane}; it is mostly the one that it used last. */
  static QueueThing of(Lane lane, Object queue, int site) {
    QueueThing found = lane.get(LAST);
    if (found == null || !found.refersTo(queue)) {
      found = ALL.of(queue, site);
      lane.put(LAST, found);
    }
    if (!found.named) {
      Names.improve(found, ObjectType.QUEUE, site);
    }
    return found;
  }

  @Override
  public QueueThing create(Object queue, int hash, ReferenceQueue<Object> gone, int site) {
    return new QueueThing(queue, hash, gone, site);
  }
}
