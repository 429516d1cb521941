package interleave.process.broker;

import java.io.IOException;

/** The broker has answered that it does not take what was said to it. */
final class RefusedRequestException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedRequestException(StompFrame answer) {
    super("The broker says: " + answer.header("message"));
  }
}
