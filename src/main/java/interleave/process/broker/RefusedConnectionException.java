package interleave.process.broker;

import java.io.IOException;

/** Why there is no connection to a broker; the message is a sentence. */
public final class RefusedConnectionException extends IOException {
  private static final long serialVersionUID = 1;

  /** What was wrong. */
  public enum Reason {
    /** Nothing listens there, or nothing gets there. */
    NOBODY,
    /** There is no such host. */
    UNKNOWN_HOST,
    /** Something listens and says nothing. */
    SILENT,
    /** Something listens, and closes the connection without a word. */
    CLOSED,
    /** What listens does not speak TLS. */
    NO_TLS,
    /** What listens speaks TLS, and was spoken to without. */
    TLS,
    /** Its certificate is another one: it is not who it should be. */
    FINGERPRINT,
    /** Nobody whom this machine trusts vouches for its certificate. */
    UNTRUSTED,
    /** The broker does not know the key. */
    KEY,
    /** It does not speak STOMP 1.2. */
    VERSION,
    /** It speaks something else. */
    NO_BROKER
  }

  private final transient Reason reason;
  private final String detail;

  RefusedConnectionException(Reason reason, String detail, String message) {
    super(message);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /** What the other side said or showed; for {@link Reason#FINGERPRINT} the one that it has. */
  public String detail() {
    return detail;
  }
}
