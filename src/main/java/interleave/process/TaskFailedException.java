package interleave.process;

import org.jspecify.annotations.Nullable;

/**
 * A pool's task threw an exception in its worker process. The message is that exception in a line;
 * {@link #trace()} is all of it.
 */
public final class TaskFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String trace;

  TaskFailedException(@Nullable String message, String trace) {
    super(message);
    this.trace = trace;
  }

  /** The exception with its stack trace, as the worker process would have printed it. */
  public String trace() {
    return trace;
  }
}
