package interleave.process.door;

import java.io.IOException;

/** Whoever is there is sent away. */
final class SentAwayException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Stranger.Reason reason;

  SentAwayException(Stranger.Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Stranger.Reason reason() {
    return reason;
  }
}
