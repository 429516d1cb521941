package interleave.agent.queue;

import interleave.agent.trace.Lane;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What a call takes out of a queue that tells only whether it did: what was there before it and is
 * not after it. Another thread may take something out meanwhile, which then counts as taken by
 * whoever says so first.
 */
final class Sweep {
  private static final Lane.Slot<Sweep> INNERMOST = Lane.slot();

  /** In a longer queue nobody looks for what is missing. */
  private static final int MOST = 100_000;

  private final Queue<?> queue;
  private final QueueThing thing;
  private final long[] before;
  private final @Nullable Sweep outer;

  private Sweep(Queue<?> queue, QueueThing thing, long[] before, @Nullable Sweep outer) {
    this.queue = queue;
    this.thing = thing;
    this.before = before;
    this.outer = outer;
  }

  /** The calling thread begins to take things out of {@code object}. */
  static boolean begin(Lane lane, @Nullable Object object) {
    QueueThing thing = object == null ? null : Queues.ALL.known(object);
    if (thing == null
        || !(object instanceof Queue<?> queue)
        || queue.getClass().getClassLoader() != null
        || thing.underway.isEmpty()
        || queue.size() > MOST) {
      return false;
    }
    long[] before = thing.underway.among(contents(queue));
    lane.put(INNERMOST, new Sweep(queue, thing, before, lane.get(INNERMOST)));
    return true;
  }

  private static Map<Object, Integer> contents(Queue<?> queue) {
    Map<Object, Integer> contents = new IdentityHashMap<>();
    for (Object each : queue.toArray()) {
      Integer count = contents.get(each);
      contents.put(each, count == null ? 1 : count + 1);
    }
    return contents;
  }

  /** It has done so; what it took out is recorded as got by it. */
  static void end(Lane lane, @Nullable Object object, int site) {
    Sweep each = lane.get(INNERMOST);
    while (each != null && each.queue != object) {
      each = each.outer; // one that threw
    }
    if (each != null) {
      lane.put(INNERMOST, each.outer);
      long[] gone = each.thing.underway.gone(each.before, contents(each.queue));
      for (long id : gone) {
        GetHooks.recorded(lane, each.thing, id, site);
      }
    }
  }
}
