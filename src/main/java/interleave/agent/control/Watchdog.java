package interleave.agent.control;

import org.jspecify.annotations.Nullable;

/**
 * Looks whether the thread that has the turn comes to a point: one that waits where nobody under
 * control can wake it is let be, so that others go on; one that computes for ever ends the run.
 */
final class Watchdog extends Thread {
  private static final long PAUSE_MS = 20;

  /** After so many looks at which nothing had moved. */
  private static final int PATIENCE = 4;

  /** After so many the run is given up. */
  private static final int LONGEST = 500;

  private volatile @Nullable Course course;

  Watchdog() {
    super(null, null, "interleave watchdog", 0, false);
    setDaemon(true);
  }

  void over(@Nullable Course looked) {
    course = looked;
  }

  @Override
  public void run() {
    Idleness idle = new Idleness();
    Course before = null;
    int steps = -1;
    int still = 0;
    while (true) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        return;
      }
      Course now = course;
      if (now == null || now != before || now.steps() != steps) {
        before = now;
        steps = now == null ? -1 : now.steps();
        still = 0;
      } else if (++still >= PATIENCE) {
        now.look(still >= LONGEST, idle);
      }
    }
  }
}
