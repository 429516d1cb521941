package interleave.timeline.grammar;

/** What an event does to what its thread is in the middle of. */
public enum Role {
  /** Begins an {@link Activity}. */
  BEGINS,
  /** Ends one; where none has begun the thread was spared it. */
  ENDS,
  /** Neither. */
  ALONE,
  /** The thread's last: ends whatever goes on. */
  LAST
}
