package interleave.agent.standstill;

import interleave.agent.trace.Lane;
import interleave.event.EventKind;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the JVM from time to time whether the program is in a deadlock, and whether anything of it
 * could go on.
 *
 * <pre>
 *   the program uses the processor       once a minute, for deadlocks only
 *   it uses next to nothing              after half a second, then at twice the interval each time
 * </pre>
 */
public final class StandstillWatch extends Thread {
  private static final long SHORTEST_PAUSE = 500_000_000;
  private static final long LONGEST_PAUSE = 30_000_000_000L;
  private static final long MINUTE = 60_000_000_000L;

  /** So much of the time is next to none: our own threads and the JVM's take a little. */
  private static final int SHARE = 20;

  private final ThreadStates states = new ThreadStates();
  private final boolean management =
      ModuleLayer.boot().findModule("java.management").isPresent();

  private StandstillWatch() {
    super(ThreadStates.rootGroup(), null, "Interleave standstill", 512 << 10, false);
    setDaemon(true);
  }

  /** What begins the watch, once there is something to be watched. */
  public static final class Beginning implements Runnable {
    @Override
    public void run() {
      try {
        StandstillWatch watch = new StandstillWatch();
        Lane.RECORDER.service(watch);
        watch.start();
      } catch (Throwable e) {
        // Then only what is rewritten is seen.
      }
    }
  }

  @Override
  public void run() {
    try {
      watch();
    } catch (Throwable e) {
      // Whatever is wrong with us, the program runs.
    }
  }

  private void watch() {
    long pause = SHORTEST_PAUSE;
    long asked = System.nanoTime();
    long used = ThreadStates.processorTime();
    while (true) {
      LockSupport.parkNanos(pause);
      long before = used;
      used = ThreadStates.processorTime();
      boolean idle = used - before < pause / SHARE;
      long now = System.nanoTime();
      if (idle || now - asked >= MINUTE) {
        asked = now;
        if (management) {
          JvmDeadlocks.tell();
        }
      }
      if (idle && states.allWait()) {
        long pid = Lane.RECORDER.processId();
        Lane.RECORDER.log().event(EventKind.STANDS_STILL, 0, 0, 0, pid & 0xFFFF_FFFFL);
      }
      used = ThreadStates.processorTime(); // without what this took
      pause = idle ? Math.min(LONGEST_PAUSE, pause * 2) : SHORTEST_PAUSE;
    }
  }
}
