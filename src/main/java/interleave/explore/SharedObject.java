package interleave.explore;

/**
 * A thing that threads have in common: a lock, a field, a queue. Operations that could tell their
 * order are on the same object: what belongs to a lock, such as its conditions or its halves for
 * readers and writers, is the lock.
 *
 * @param number in its run only; from 1
 * @param type what it is, such as {@code lock} or {@code field}; {@link #THREAD} for a thread that
 *     others start, join, interrupt or unpark
 * @param name what it is called; a thread's is its {@link ThreadId}
 */
public record SharedObject(int number, String type, String name) {
  public static final String THREAD = "thread";

  /** A list, a map or their kind: a read or write of a part of it names that in its detail. */
  public static final String COLLECTION = "collection";

  public boolean isThread() {
    return type.equals(THREAD);
  }
}
