package interleave.timeline.grammar;

/** What an event does to the hold that its thread has of a lock. */
public enum Hold {
  NONE,
  BEGINS,
  ENDS
}
