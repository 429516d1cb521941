package interleave.process.broker;

import java.io.IOException;

/** The other side sent what is no frame, or one that is larger than is taken. */
final class RefusedFrameException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedFrameException(String reason) {
    super(reason);
  }
}
