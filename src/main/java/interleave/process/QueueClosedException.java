package interleave.process;

/** A queue cannot be used any more: the process that made it has ended or closed it. */
public final class QueueClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  QueueClosedException(String message, Throwable cause) {
    super(message, cause);
  }
}
