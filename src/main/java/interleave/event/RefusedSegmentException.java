package interleave.event;

import java.io.IOException;

/** What was to be a segment is none. */
public final class RefusedSegmentException extends IOException {
  private static final long serialVersionUID = 1;

  public RefusedSegmentException(String why) {
    super(why);
  }
}
