package interleave.view.timeline;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.util.Random;

/** Very many virtual threads that sleep and take turns at a thousand locks, on two carriers. */
final class Many {
  private Many() {}

  static Timeline threads(int count) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Server");
    int[] locks = new int[1000];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = process.object(ObjectType.LOCK, 0, "Account.lock" + i);
    }
    process.thread(1, "main").at(0).event(EventKind.THREAD_BEGIN);
    Random random = new Random(5);
    for (int i = 0; i < count; i++) {
      Trace.Thread each = process.virtual(10 + i, "request-" + i);
      long time = 1000L * i;
      int carrier = 2 + i % 2;
      each.at(time).event(EventKind.CARRIER, 0, carrier).event(EventKind.THREAD_BEGIN);
      each.at(time + 300).event(EventKind.SLEEP_BEGIN, 0, 20_000_000);
      time += 20_000_000 + random.nextInt(5_000_000);
      int lock = locks[random.nextInt(locks.length)];
      each.at(time).event(EventKind.SLEEP_END).event(EventKind.CARRIER, 0, 2 + random.nextInt(2));
      each.at(time + 50).event(EventKind.LOCK_REQUEST, lock);
      long waited = random.nextInt(100_000);
      each.at(time + 50 + waited).event(EventKind.LOCK_ACQUIRED, lock, waited);
      each.at(time + 150 + waited).event(EventKind.LOCK_RELEASED, lock);
      each.at(time + 200 + waited).event(EventKind.THREAD_END);
    }
    return trace.end();
  }
}
