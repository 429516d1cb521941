package interleave.timeline.grammar;

/** What an event is about, which is also who derives it where it is shared. */
public enum Subject {
  THREAD,
  LOCK(true),
  /** A condition of a lock, or that of a monitor. */
  CONDITION(true),
  SYNCHRONIZER(true),
  QUEUE(true),
  PIPE(true),
  VARIABLE(true),
  /** A pool and its tasks. */
  POOL(true),
  LOCAL(true),
  CALL,
  PROCESS,
  /** A machine. */
  HOST,
  PHASE,
  OUTPUT,
  /** The lock of an interpreter. */
  GIL,
  /** A number of a process that is taken from time to time. */
  SAMPLE,
  /** A thread as the system knows it. */
  NATIVE_THREAD,
  /** Named slices of a thread's time, and moments with a name. */
  SLICE,
  /** A number that changes. */
  COUNTER(true),
  /** From a slice to another. */
  FLOW,
  /** Frames of functions that called each other. */
  STACK,
  /** A thread as it was at one moment. */
  SEEN,
  OBJECT,
  SITE,
  NOTE;

  private final boolean object;

  Subject() {
    this(false);
  }

  Subject(boolean object) {
    this.object = object;
  }

  /** Whether it is seen from outside, in the process whose pid is the object. */
  public boolean isSeenFromOutside() {
    return this == GIL || this == SAMPLE || this == NATIVE_THREAD;
  }

  /** Whether what is said of it is kept outside the heap, so that there may be much of it. */
  public boolean hasTextsOutside() {
    return switch (this) {
      case QUEUE, POOL, LOCAL, CALL, PHASE, OUTPUT, SLICE -> true;
      default -> false;
    };
  }

  /** Whether a shared event says nothing unless it names its object. */
  public boolean isObject() {
    return object;
  }
}
