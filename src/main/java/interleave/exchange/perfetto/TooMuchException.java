package interleave.exchange.perfetto;

import java.io.Serial;

/** A file has more of something than fits; what was read before counts. */
final class TooMuchException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String what;
  private final long most;

  TooMuchException(String what, long most) {
    super(what, null, false, false);
    this.what = what;
    this.most = most;
  }

  /** The key of the sentence that says what there is too much of. */
  String what() {
    return what;
  }

  long most() {
    return most;
  }
}
