package interleave.event;

/** What wrote a segment. The code is part of the format. */
public enum TracedRuntime {
  /**
   * An importer, of a program whose threads' states its file may not tell: see {@link
   * EventKind#STATE_TOLD}.
   */
  OTHER(0),
  JAVA(1),
  PYTHON(2),
  /** The engine, on behalf of processes that carry no tracer. */
  ENGINE(3);

  private final int code;

  TracedRuntime(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static TracedRuntime of(int code) {
    for (TracedRuntime runtime : values()) {
      if (runtime.code == code) {
        return runtime;
      }
    }
    return OTHER;
  }
}
