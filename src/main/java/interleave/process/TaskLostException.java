package interleave.process;

/**
 * A pool's task has no result because its worker process died, or because the pool was terminated.
 * The message says which.
 */
public final class TaskLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TaskLostException(String message) {
    super(message);
  }
}
