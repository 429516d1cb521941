package interleave.process.broker;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts one certificate, which was told beforehand by its fingerprint, and no other. Its name and
 * its dates do not matter: whoever shows it has proved, by the handshake, to have its private key.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final Fingerprint wanted;
  private @Nullable Fingerprint refused;

  PinnedTrust(Fingerprint wanted) {
    this.wanted = wanted;
  }

  /** What was shown in place of the right one. */
  Optional<Fingerprint> refused() {
    return Optional.ofNullable(refused);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    Fingerprint shown = Fingerprint.of(chain[0]);
    if (!shown.equals(wanted)) {
      refused = shown;
      throw new CertificateException("another certificate: " + shown);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("nobody comes to us by it");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
