package interleave.timeline;

/**
 * The values of one thread-local variable, or scoped value, in one thread. Each value has a range
 * of time; ranges are sorted and do not overlap. Where a scoped value is bound anew within a scope,
 * the value of before is a range of its own again afterwards.
 */
public interface LocalTrack {
  int index();

  int lane();

  String name();

  /** Whether it is a scoped value, which is bound for the length of a call. */
  boolean scoped();

  /** How many values there were. */
  int size();

  long from(int i);

  /** {@link Timeline#OPEN} while the thread has it. */
  long until(int i);

  /** As it was shown when it was set. */
  String value(int i);

  /** Where it was set, or first read when it was there already; 0 for unknown. */
  int site(int i);

  /** Index of the last value from {@code time} or before, -1 if there is none. */
  int at(long time);

  /** How often the thread read it. */
  int reads();

  long read(int i);

  /** Index of the first read at {@code time} or after; {@link #reads} if there is none. */
  int firstReadAt(long time);

  /** The value that the thread has at {@code time}, as an index; -1 when it has none. */
  default int currentAt(long time) {
    int i = at(time);
    return i >= 0 && until(i) > time ? i : -1;
  }
}
