package interleave.process;

import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.Recorder;

/**
 * A part of a program's run that is to be told apart and timed. The timeline draws each with its
 * name, and compares how quickly the work was done in it.
 *
 * <pre>
 *   try (Phase phase = Phase.begin("4 threads", rounds)) {
 *     …
 *   }
 * </pre>
 *
 * <p>A process has one phase at a time: where the next begins, the one before it has ended.
 */
public final class Phase implements AutoCloseable {
  private final long began;
  private long took = -1;

  private Phase(long began) {
    this.began = began;
  }

  /** Begins a phase whose speed is not to be compared. */
  public static Phase begin(String name) {
    return begin(name, 0);
  }

  /**
   * Begins a phase.
   *
   * @param work how many units of work are done in it, all threads together; 0 when that means
   *     nothing
   */
  public static Phase begin(String name, long work) {
    if (work < 0) {
      throw new IllegalArgumentException("The work of a phase is not negative, but " + work + ".");
    }
    Recorder recorder = Recorder.current();
    int site = recorder.callerSite(); // takes its time, which is not the phase's
    long now = Clock.now();
    recorder.log().textAt(EventKind.PHASE_BEGIN, 0, 0, site, work, now, name);
    return new Phase(now);
  }

  /** Ends it, the first time it is asked, and says how many nanoseconds it took. */
  public long end() {
    if (took < 0) {
      long now = Clock.now();
      took = now - began;
      Recorder.current().log().eventAt(EventKind.PHASE_END, 0, 0, 0, 0, now);
    }
    return took;
  }

  @Override
  public void close() {
    end();
  }
}
