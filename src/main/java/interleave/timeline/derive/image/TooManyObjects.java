package interleave.timeline.derive.image;

import java.io.IOException;

/** A run of so many threads and things that it is derived again rather than kept. */
public final class TooManyObjects extends IOException {
  private static final long serialVersionUID = 1;

  TooManyObjects() {}
}
