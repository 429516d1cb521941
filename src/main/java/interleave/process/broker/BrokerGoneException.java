package interleave.process.broker;

/**
 * The broker does not answer any more, nor has it come back for a while; or it takes nothing of
 * what is said to it.
 */
public final class BrokerGoneException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokerGoneException(String message, Throwable cause) {
    super(message, cause);
  }
}
