package interleave.process.door;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.process.broker.Fingerprint;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Certificates, and the bytes that they are made of. */
class SelfSignedTest {
  private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");

  @Test
  void whatIsMadeIsACertificateThatItsOwnKeyHasSigned() throws Exception {
    SelfSigned made = SelfSigned.make(NOW);
    made.certificate().verify(made.certificate().getPublicKey());
    made.certificate().checkValidity(Date.from(NOW.minus(Duration.ofHours(23))));
    made.certificate().checkValidity(Date.from(NOW.plus(Duration.ofDays(364))));
    assertThat(made.certificate().getVersion()).isEqualTo(3);
    assertThat(made.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Interleave");
    assertThat(made.fingerprint()).isEqualTo(Fingerprint.of(made.certificate()));
    assertThat(SelfSigned.make(NOW).fingerprint()).isNotEqualTo(made.fingerprint());
  }

  @Test
  void aCertificateOfALaterCenturyHasFourDigitsForItsYear() throws Exception {
    SelfSigned made = SelfSigned.make(Instant.parse("2049-12-31T23:59:59Z"));
    assertThat(made.certificate().getNotBefore()).isEqualTo("2049-12-30T23:59:59Z");
    assertThat(made.certificate().getNotAfter()).isEqualTo("2050-12-31T23:59:59Z");
  }

  @Test
  void numbersTextsAndLengthsAreWrittenAsTheStandardHasThem() {
    assertThat(hex(Der.identifier(1, 2, 840, 10_045, 4, 3, 2))).isEqualTo("06082a8648ce3d040302");
    assertThat(hex(Der.identifier(2, 5, 4, 0))).isEqualTo("0603550400");
    assertThat(hex(Der.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
    assertThat(hex(Der.bits(new byte[] {1}))).isEqualTo("03020001");
    assertThat(hex(Der.explicit(3, Der.text("é")))).isEqualTo("a3040c02c3a9");
    assertThat(hex(Der.sequence(Der.set()))).isEqualTo("30023100");
    assertThat(hex(Der.time(NOW)))
        .isEqualTo("170d" + hex("261129180000Z".getBytes(StandardCharsets.US_ASCII)));
    assertThat(hex(Der.text("x".repeat(127)))).startsWith("0c7f78");
    assertThat(hex(Der.text("x".repeat(128)))).startsWith("0c818078");
    assertThat(hex(Der.text("x".repeat(256)))).startsWith("0c82010078");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
