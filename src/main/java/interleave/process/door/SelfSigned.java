package interleave.process.door;

import interleave.process.broker.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate of our own, with its private key, which is nowhere but in memory. Nobody vouches
 * for it: whoever connects knows its fingerprint beforehand. The JDK has no public way to make one
 * (and an image has no keytool), so it is put together here.
 */
record SelfSigned(PrivateKey key, X509Certificate certificate) {
  private static final String CURVE = "secp256r1";
  private static final String NAME = "Interleave";
  private static final int SERIAL_BITS = 63;

  /** The clock of another machine may be late; those who pin the certificate do not look. */
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final Duration AFTER = Duration.ofDays(365);

  static SelfSigned make(Instant now) throws GeneralSecurityException {
    SecureRandom random = new SecureRandom();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(CURVE), random);
    KeyPair pair = generator.generateKeyPair();
    byte[] algorithm = Der.sequence(Der.identifier(1, 2, 840, 10_045, 4, 3, 2)); // ECDSA, SHA-256
    byte[] commonName = Der.sequence(Der.identifier(2, 5, 4, 3), Der.text(NAME));
    byte[] name = Der.sequence(Der.set(commonName));
    byte[] said =
        Der.sequence(
            Der.explicit(0, Der.integer(BigInteger.TWO)), // version 3
            Der.integer(new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE)),
            algorithm,
            name,
            Der.sequence(Der.time(now.minus(BEFORE)), Der.time(now.plus(AFTER))),
            name,
            pair.getPublic().getEncoded());
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate(), random);
    signature.update(said);
    byte[] whole = Der.sequence(said, algorithm, Der.bits(signature.sign()));
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    return new SelfSigned(
        pair.getPrivate(),
        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(whole)));
  }

  Fingerprint fingerprint() throws CertificateEncodingException {
    return Fingerprint.of(certificate);
  }

  /** What TLS wants to show it. */
  SSLContext context() throws GeneralSecurityException, IOException {
    char[] none = {};
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, none);
    store.setKeyEntry(NAME, key, none, new X509Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, none);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
