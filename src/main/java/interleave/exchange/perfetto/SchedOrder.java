package interleave.exchange.perfetto;

import java.io.IOException;
import java.util.PriorityQueue;

/**
 * Brings what the kernel says into the order of times: a file has the events of one processor in
 * order, some of them at once, and then those of another. What waits is bounded; a tool fetches
 * what processors say many times a second, so no more has to.
 */
final class SchedOrder {
  private static final int MOST = 1 << 18;

  private final PriorityQueue<SchedEvent> waiting = new PriorityQueue<>();
  private final ThreadStates states;
  private long came;
  private long newest = Long.MIN_VALUE;

  /** What came so late that it is told in the wrong place. */
  long late;

  SchedOrder(ThreadStates states) {
    this.states = states;
  }

  void add(SchedEvent event) throws IOException {
    waiting.add(event.came(came++));
    if (waiting.size() > MOST) {
      next();
    }
  }

  /** No more comes. */
  void finish() throws IOException {
    while (!waiting.isEmpty()) {
      next();
    }
  }

  private void next() throws IOException {
    SchedEvent event = waiting.remove();
    long time = event.time;
    late += time < newest ? 1 : 0;
    newest = Math.max(newest, time);
    switch (event.what) {
      case SWITCH -> states.switched(event.processor, event.other, event.state, event, time);
      case WAKE -> states.woken(event.processor, event, time);
      case NEW -> states.made(event, time);
      case RENAME -> states.renamed(event.tid, event.name, time);
      case END -> states.ended(event.tid, event.name, time);
    }
  }
}
