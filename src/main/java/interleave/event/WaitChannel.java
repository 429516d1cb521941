package interleave.event;

/**
 * For what kind of thing a thread waits that the system says is asleep. The code is part of the
 * format and never changes.
 */
public enum WaitChannel {
  UNKNOWN(0),
  /** A futex: what locks, conditions and parked threads of all runtimes are made of. */
  FUTEX(1),
  /** Time. */
  TIMER(2),
  /** The first of several descriptors that is ready: select, poll, epoll. */
  POLL(3),
  /** What comes by a socket, or room to send. */
  SOCKET(4),
  /** A connection to accept. */
  ACCEPT(5),
  /** What comes through a pipe. */
  PIPE_READ(6),
  /** Room in a pipe. */
  PIPE_WRITE(7),
  /** The end of a child. */
  CHILD(8),
  /** A lock on a file. */
  FILE_LOCK(9),
  /** A disk. */
  DISK(10),
  /** A signal. */
  SIGNAL(11),
  /** A line of a terminal. */
  TERMINAL(12),
  /** A semaphore or message queue of the system's. */
  SEMAPHORE(13),
  /** The interpreter's lock: known by who had it, not by the system. */
  INTERPRETER(14),
  /** Nothing: a signal or a debugger has stopped it. */
  STOPPED(15),
  /** Something that no signal cuts short, as a disk or a page; which, an importer does not know. */
  UNINTERRUPTIBLE(16);

  private static final WaitChannel[] ALL = values();
  private static final int MASK = 0x3F;

  private final int code;

  WaitChannel(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The channel that the flags of a sample tell. */
  public static WaitChannel of(int flags) {
    int code = flags >>> 4 & MASK;
    return code < ALL.length ? ALL[code] : UNKNOWN;
  }
}
