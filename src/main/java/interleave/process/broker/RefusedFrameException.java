package interleave.process.broker;

import java.io.IOException;

/** The other side sent what is no frame, or one that is larger than is taken. */
public final class RefusedFrameException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean tooLarge;

  RefusedFrameException(String reason) {
    this(reason, false);
  }

  private RefusedFrameException(String reason, boolean tooLarge) {
    super(reason);
    this.tooLarge = tooLarge;
  }

  static RefusedFrameException tooLarge(String reason) {
    return new RefusedFrameException(reason, true);
  }

  /** Whether it would have been a frame, but for its size. */
  public boolean tooLarge() {
    return tooLarge;
  }
}
