package interleave.timeline.grammar;

/** Who hears an event. */
public enum Scope {
  /** Nobody: it is a part of the event before it. */
  NONE,
  /** Tells what something is called or is; counts at once and for all times. */
  NAMING,
  /** The lane of the thread that says it, at once. */
  THREAD,
  /** What lies between threads, in the order of the times of all. */
  SHARED,
  /** The lane at once, and what lies between threads in its turn. */
  BOTH;

  public boolean ofThread() {
    return this == THREAD || this == BOTH;
  }

  public boolean shared() {
    return this == SHARED || this == BOTH;
  }
}
