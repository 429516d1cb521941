package interleave.timeline.derive;

import static interleave.event.EventKind.*;

import interleave.event.ObjectType;
import interleave.timeline.Trace;
import java.util.Random;

/** Threads take one permit each of a semaphore of two, wait for it, give it back. */
final class SemaphoreStory {
  private static final int PERMITS = 2;

  final Counted level;
  final Counted waiting;
  private final Counted holders;

  SemaphoreStory(Trace.Process process, Trace.Thread[] threads, Random random, int steps) {
    int semaphore = process.object(ObjectType.SEMAPHORE, 0, "seats");
    level = new Counted(steps + 3);
    waiting = new Counted(steps + 3);
    holders = new Counted(steps + 3);
    boolean[] waits = new boolean[threads.length];
    boolean[] has = new boolean[threads.length];
    int free = PERMITS;
    threads[0].at(1).event(SYNC_STATE, semaphore, (long) PERMITS << 32 | PERMITS);
    level.add(0, PERMITS); // nobody had touched it before
    for (int t = 2; t < steps + 2; t++) {
      int who = random.nextInt(threads.length);
      Trace.Thread thread = threads[who].at(t);
      if (has[who]) {
        thread.event(PERMIT_RELEASED, semaphore, 1);
        has[who] = false;
        free++;
        level.add(t, 1);
        holders.add(t, -1);
      } else if (free > 0) {
        thread.event(PERMIT_ACQUIRED, semaphore, 1);
        waiting.add(t, waits[who] ? -1 : 0);
        waits[who] = false;
        has[who] = true;
        free--;
        level.add(t, -1);
        holders.add(t, 1);
      } else if (!waits[who]) {
        thread.event(SYNC_WAIT_BEGIN, semaphore, 1);
        waits[who] = true;
        waiting.add(t, 1);
      }
    }
    threads[0].at(steps + 10).event(SLEEP_BEGIN); // who waits then waits no longer at the end
  }

  /** How many threads have a permit then. */
  int holders(long time) {
    return holders.at[(int) time];
  }
}
