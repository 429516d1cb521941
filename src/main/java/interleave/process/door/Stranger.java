package interleave.process.door;

/**
 * Somebody who was sent away.
 *
 * @param from the address that it came from
 */
public record Stranger(String from, Reason reason) {
  /** Why. */
  public enum Reason {
    /** It has another key, or none. */
    KEY,
    /** It wanted somebody else: it did not take our certificate, and said so. */
    CERTIFICATE,
    /** It does not speak TLS. */
    PLAIN,
    /** It speaks TLS otherwise than we do. */
    TLS,
    /** It did not say in time who it is. */
    SILENT,
    /** It went again without saying who it is, as who does not take our certificate may. */
    LEFT,
    /** It sent what is too large. */
    TOO_LARGE,
    /** It sent what is no message. */
    MALFORMED,
    /** It sent a message that nobody may send here. */
    FORBIDDEN,
    /** There were too many at once. */
    CROWD
  }
}
