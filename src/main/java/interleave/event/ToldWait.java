package interleave.event;

/**
 * For what a thread waits by the word of a file that says no more of it, as our own exports do; in
 * the flags of {@link EventKind#STATE_TOLD}, where the thread is asleep. The code is part of the
 * format and never changes.
 */
public enum ToldWait {
  /** That is not told, or said by the {@link WaitChannel}. */
  SOMETHING(0),
  /** A lock or a monitor. */
  LOCK(1),
  /** A message, or room for one. */
  QUEUE(2),
  /** The end of a thread, a process, a task. */
  END(3),
  /** Others that let it go on. */
  OTHERS(4),
  /** Bytes, or room for them. */
  TRANSFER(5),
  /** Nothing but time. */
  TIME(6);

  private static final ToldWait[] ALL = values();
  private static final int SHIFT = 10;
  private static final int MASK = 0xF;

  private final int code;

  ToldWait(int code) {
    this.code = code;
  }

  /** The flags of a thread that is asleep for that. */
  public int flags() {
    return NativeState.ASLEEP.flags(WaitChannel.UNKNOWN) | code << SHIFT;
  }

  /** What those flags tell. */
  public static ToldWait of(int flags) {
    int code = flags >>> SHIFT & MASK;
    return code < ALL.length ? ALL[code] : SOMETHING;
  }
}
