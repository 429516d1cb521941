package interleave.process.broker;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * By what a certificate is known that nobody else vouches for: the SHA-256 of all of it.
 *
 * @param hex 64 digits, in small letters
 */
public record Fingerprint(String hex) {
  private static final String PREFIX = "sha256:";
  private static final int DIGITS = 64;

  public Fingerprint {
    if (hex.length() != DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("A fingerprint is sha256: and 64 hexadecimal digits.");
    }
    hex = hex.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #toString} wrote; as other tools write it, with colons between bytes, too.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Fingerprint parse(String text) {
    String plain = text.strip();
    boolean named = plain.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    return new Fingerprint((named ? plain.substring(PREFIX.length()) : plain).replace(":", ""));
  }

  /** Of that certificate. */
  public static Fingerprint of(Certificate certificate) throws CertificateEncodingException {
    return of(certificate.getEncoded());
  }

  static Fingerprint of(byte[] encoded) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(encoded);
      return new Fingerprint(HexFormat.of().formatHex(sum));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public String toString() {
    return PREFIX + hex;
  }
}
