package interleave.event;

/**
 * Bits of a slot's flags. Which kinds use which is written at {@link EventKind}; a bit may serve
 * several kinds.
 */
public final class Flags {
  /**
   * Set by the writer on an event whose text follows in continuation slots. Reserved in every kind.
   */
  public static final int HAS_TEXT = 1 << 15;

  /** The text was longer than the format takes and was cut. */
  public static final int TRUNCATED = 1 << 14;

  public static final int DAEMON = 1;
  public static final int VIRTUAL = 1 << 1;

  /**
   * A thread or a process of a tool or a library that a learner did not write; folded away unless
   * asked for.
   */
  public static final int SERVICE = 1 << 2;

  /** Not a thread but a task of an event loop, which the thread of its loop runs in turns. */
  public static final int COROUTINE = 1 << 3;

  /** Not a thread but a row of slices that is no thread's: what lies across threads. */
  public static final int TRACK = 1 << 4;

  /** The thread of a sample is known by the id that its runtime gives it. */
  public static final int BY_RUNTIME = 1 << 8;

  /** What happened concerns all of its process. */
  public static final int PROCESS_WIDE = 1;

  /** It concerns all processes. */
  public static final int RUN_WIDE = 1 << 1;

  public static final int FAILED = 1;
  public static final int TIMED_OUT = 1 << 1;
  public static final int INTERRUPTED = 1 << 2;
  public static final int LOST = 1 << 3;
  public static final int CANCELLED = 1 << 4;

  /** A read lock, or another hold that several threads may have at once. */
  public static final int SHARED = 1 << 5;

  public static final int ALL = 1;
  public static final int KILL = 1;
  public static final int SIGNAL = 1;

  /** A signal has come, and is not sent. */
  public static final int HANDLED = 1;

  /** Nobody saw how it ended. */
  public static final int UNSEEN = 1 << 1;

  /**
   * The child is a copy of its parent; the task was forked, so that another worker may steal it.
   */
  public static final int FORK = 1;

  /** Bytes go from this process into the pipe. */
  public static final int WRITE = 1 << 6;

  /** A party left a phaser for good. */
  public static final int LEFT = 1;

  /** The task has no work of its own: it is done when all that it depends on are. */
  public static final int ALL_OF = 1 << 1;

  /** As {@link #ALL_OF}, when one of them is. */
  public static final int ANY_OF = 1 << 2;

  /** The message waits in a buffer of its process until it is sent. */
  public static final int BUFFERED = 1;

  /** The message was given to somebody before, who did not finish with it. */
  public static final int AGAIN = 1 << 1;

  /**
   * The queue is a topic: everybody who listens gets a copy of each message, and none lies there.
   */
  public static final int COPIES = 1 << 2;

  /** The thread has nothing to do until its pool gives it another task. */
  public static final int IDLE = 1 << 7;

  /**
   * Another thread says so, of one that may be in the middle of something else: that it has a lock
   * for long, or that it has it no more.
   */
  public static final int ON_BEHALF = 1 << 8;

  /**
   * Somebody else than its threads says what became of a lock, and knows only this moment of it: of
   * who has it then not for how long, and of who waits no more not whether that one has got it.
   */
  public static final int UNTOLD = 1 << 9;

  /**
   * Of an access of a variable: the language promises that a read sees what was written last, and
   * all that its writer had done before.
   */
  public static final int VOLATILE = 1 << 8;

  /** The interpreter was built to let threads run at the same time. */
  public static final int FREE_THREADED = 1;

  /** It has a lock that lets one run at a time all the same. */
  public static final int WITH_GIL = 1 << 1;

  public static final int STDERR = 1;

  /** The text is no line, but says how many were printed that are not recorded one by one. */
  public static final int COUNTED = 1 << 1;

  public static final int UNKNOWN = 1;

  private Flags() {}
}
