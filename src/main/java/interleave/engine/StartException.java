package interleave.engine;

import java.io.IOException;

/** A program could not be started. The message is a sentence that says what to do. */
public final class StartException extends IOException {
  private static final long serialVersionUID = 1L;

  public StartException(String message) {
    super(message);
  }

  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
