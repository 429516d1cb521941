package interleave.exchange.jfr;

/** Bytes are not what they ought to be; where, whoever reads them knows. */
final class DamageException extends Exception {
  DamageException() {
    super(null, null, false, false);
  }
}
