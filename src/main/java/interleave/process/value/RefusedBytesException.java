package interleave.process.value;

import java.io.IOException;

/**
 * Bytes from another process were refused because they are not what they should be; the message
 * says what is wrong.
 */
public final class RefusedBytesException extends IOException {
  private static final long serialVersionUID = 1;

  public RefusedBytesException(String message) {
    super(message);
  }
}
