package interleave.event;

/** What a task of an event loop awaits. The code stands in the flags of the event. */
public enum Awaited {
  /** Something that somebody will give a result, or that other events of the task tell more of. */
  FUTURE(0),
  /** Nothing more: it may go on when the thread of its loop comes to it. */
  TURN(1),
  /** A time. Detail: how many microseconds. */
  SLEEP(2),
  /** Another task. Detail: the id of its lane. */
  TASK(3),
  /** Several tasks. Detail: how many. */
  TASKS(4),
  /** The result of a task of pool {@code object}. Detail: the task's id. */
  RESULT(5),
  /** Input or output. */
  IO(6),
  /** A lock, a queue or the like, which the task asked for in events before this one. */
  THING(7);

  private static final Awaited[] ALL = values();

  private final int code;

  Awaited(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** What has that code; what is not known is some future. */
  public static Awaited of(int code) {
    return code >= 0 && code < ALL.length ? ALL[code] : FUTURE;
  }
}
