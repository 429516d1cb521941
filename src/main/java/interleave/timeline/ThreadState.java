package interleave.timeline;

/** What a thread does at a moment. A lane is made of spans of these. */
public enum ThreadState {
  /** Where the system was not asked, also what the two last ones are. */
  RUNNING,
  SLEEPING,
  /** Wants a lock or monitor, or waits to be notified. */
  LOCK_WAIT,
  /** Blocked in a put or a get. */
  QUEUE_WAIT,
  /** Joining a thread, waiting for a process. */
  JOINING,
  /** Waits at a semaphore, latch, barrier or phaser, or is parked, until others let it go on. */
  SYNC_WAIT,
  IO,
  /** Would run, but no processor is free: the system says so, from time to time. */
  READY,
  /**
   * Is asleep by the system's word and has not said what it waits for: that was not traced. Where
   * spans are sampled it was asked from time to time.
   */
  UNTRACED_WAIT,
  /** Whoever recorded it does not say what the thread does. */
  NOT_TOLD
}
