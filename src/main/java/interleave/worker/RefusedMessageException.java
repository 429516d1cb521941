package interleave.worker;

import java.io.IOException;

/** A message of the other side is not what it should be. */
public final class RefusedMessageException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedMessageException(String reason) {
    super(reason);
  }
}
