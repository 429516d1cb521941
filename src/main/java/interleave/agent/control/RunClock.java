package interleave.agent.control;

/** The time of a run, which passes where somebody sleeps or waits, and is the same each time. */
final class RunClock {
  /** When each run begins, for the program. */
  static final long EPOCH_MILLIS = 1_767_225_600_000L;

  /** How long a look at the clock takes, so that whoever looks until it is time gets there. */
  private static final long LOOK_NS = 1000;

  /** Nanoseconds since the run began. */
  private long time;

  long time() {
    return time;
  }

  /** What time the program is told; each look takes a moment. */
  long look() {
    time += LOOK_NS;
    return time;
  }

  /** It moves on. */
  void pass(long nanos) {
    time += Math.max(0, nanos);
  }

  /** It is at least then. */
  void passTo(long then) {
    time = Math.max(time, then);
  }
}
