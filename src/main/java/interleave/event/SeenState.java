package interleave.event;

/**
 * What a thread did at the moment at which it was seen, by the word of its runtime. The code is
 * part of the format and never changes.
 */
public enum SeenState {
  /** Nobody has said. */
  UNKNOWN(0),
  /** It ran, or would have, or was in a call of the system's: its runtime does not tell which. */
  RUNNABLE(1),
  /** It waited to enter a monitor. */
  BLOCKED(2),
  /** It waited to be notified. */
  WAITING(3),
  SLEEPING(4),
  /** It was parked, for a lock, a condition or whatever else it names. */
  PARKED(5),
  NEW(6),
  ENDED(7),
  /** It did not run: no more is told. */
  IDLE(8);

  /** In the flags: the wait has a limit. */
  public static final int TIMED = 1 << 4;

  /** In the flags: the thread had the lock of its interpreter. */
  public static final int WITH_GIL = 1 << 5;

  private static final SeenState[] ALL = values();
  private static final int MASK = 0xF;

  private final int code;

  SeenState(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The state that those flags tell. */
  public static SeenState of(int flags) {
    int code = flags & MASK;
    return code < ALL.length ? ALL[code] : UNKNOWN;
  }
}
