package interleave.process;

import interleave.event.Lifeline;
import interleave.event.Recorder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends a child with its parent, however that ended: looks ten times a second whether the parent is
 * still there. A thread that waited for the end of an inherited pipe instead would know at once,
 * but a JVM with a thread in a system call takes 0.3 s longer to end.
 */
final class ParentWatch extends Thread {
  private static final long INTERVAL = 100_000_000;

  /** A moment after its files are closed a process that ends is seen to be gone. */
  private static final long MOMENT = 20_000_000;

  private static volatile @Nullable ParentWatch here;

  private final long parent;

  private ParentWatch(long parent) {
    super("interleave parent watch"); // ours: no lane for it
    this.parent = parent;
    setDaemon(true);
  }

  static void begin(long parent) {
    ParentWatch watch = new ParentWatch(parent);
    Recorder.current().service(watch);
    watch.start();
    here = watch;
  }

  @Override
  public void run() {
    do {
      LockSupport.parkNanos(INTERVAL);
    } while (isThere());
    Runtime.getRuntime().halt(Lifeline.EXIT_CODE);
  }

  /**
   * Something of another process is gone. If that was the parent this process ends here and now,
   * before anybody complains.
   */
  static void look() {
    ParentWatch watch = here;
    if (watch != null) {
      LockSupport.parkNanos(MOMENT);
      if (!watch.isThere()) {
        Runtime.getRuntime().halt(Lifeline.EXIT_CODE);
      }
    }
  }

  /**
   * On Unix an orphan is given another parent at once; on Windows it keeps the pid of the dead one.
   */
  private boolean isThere() {
    ProcessHandle now = ProcessHandle.current().parent().orElse(null);
    return now != null && now.pid() == parent && now.isAlive();
  }
}
