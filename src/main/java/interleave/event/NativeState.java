package interleave.event;

/** What the system says a thread does. The code is part of the format and never changes. */
public enum NativeState {
  UNKNOWN(0),
  /** On a processor. */
  RUNNING(1),
  /** Would run, but no processor is free. */
  READY(2),
  /** Waits for something; what, its {@link WaitChannel} says. */
  ASLEEP(3),
  /** Stopped by a signal, or by a debugger. */
  STOPPED(4),
  /** The last thread of a process that has ended, for which its parent has not waited yet. */
  ZOMBIE(5),
  /** The thread is no more. */
  GONE(6);

  private static final NativeState[] ALL = values();
  private static final int MASK = 0xF;

  private final int code;

  NativeState(int code) {
    this.code = code;
  }

  /** The flags of a sample: this state, and where it waits. */
  public int flags(WaitChannel channel) {
    return code | channel.code() << 4;
  }

  /** The state that those flags tell. */
  public static NativeState of(int flags) {
    int code = flags & MASK;
    return code < ALL.length ? ALL[code] : UNKNOWN;
  }
}
