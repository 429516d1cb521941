package interleave.timeline;

/** What a thread does at a moment. A lane is made of spans of these. */
public enum ThreadState {
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
  IO
}
