package interleave.process.broker;

import java.io.IOException;

/** The connection broke while somebody waited, and nothing was under way: nothing is lost. */
public final class BrokenWaitException extends IOException {
  private static final long serialVersionUID = 1;

  BrokenWaitException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
