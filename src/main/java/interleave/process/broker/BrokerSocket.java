package interleave.process.broker;

import interleave.process.broker.RefusedConnectionException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Opens the way to a broker, in the plain or by TLS, and says in a sentence why there is none. */
final class BrokerSocket {
  /** Whoever is there takes a connection at once, however busy it is. */
  private static final int CONNECT_MILLIS = 5_000;

  /** But it may be late with what it says. */
  private static final int ANSWER_MILLIS = 15_000;

  private BrokerSocket() {}

  static Socket open(BrokerAddress to) throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(to.host(), to.port()), CONNECT_MILLIS);
      plain.setTcpNoDelay(true);
      plain.setKeepAlive(true);
      plain.setSoTimeout(ANSWER_MILLIS);
      return to.isTls() ? shaken(to, plain) : plain;
    } catch (IOException e) {
      plain.close();
      throw refusal(to, e);
    }
  }

  private static RefusedConnectionException refusal(BrokerAddress to, IOException e) {
    return switch (e) {
      case RefusedConnectionException known -> known;
      case UnknownHostException _ ->
          new RefusedConnectionException(
              Reason.UNKNOWN_HOST, to.host(), "There is no host " + to.host() + ".");
      case ConnectException _, NoRouteToHostException _ ->
          new RefusedConnectionException(
              Reason.NOBODY, to.uri().toString(), "Nobody listens at " + to.uri() + ".");
      case SocketTimeoutException _ ->
          new RefusedConnectionException(
              Reason.SILENT, to.uri().toString(), to.uri() + " does not answer.");
      default ->
          new RefusedConnectionException(
              Reason.NO_BROKER, String.valueOf(e.getMessage()), to.uri() + ": " + e.getMessage());
    };
  }

  private static Socket shaken(BrokerAddress to, Socket plain) throws IOException {
    Optional<PinnedTrust> pinned = to.fingerprint().map(PinnedTrust::new);
    SSLSocketFactory factory = context(pinned).getSocketFactory();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, to.host(), to.port(), true);
    if (pinned.isEmpty()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    try {
      socket.startHandshake();
    } catch (SSLHandshakeException e) {
      Optional<Fingerprint> other = pinned.flatMap(PinnedTrust::refused);
      if (other.isPresent()) {
        String shown = other.get().toString();
        throw new RefusedConnectionException(
            Reason.FINGERPRINT,
            shown,
            "%s is not who it should be: its certificate has %s, not %s."
                .formatted(to.uri(), shown, to.fingerprint().orElseThrow()));
      }
      if (e.getCause() instanceof EOFException) {
        throw closed(to, e);
      }
      throw new RefusedConnectionException(
          pinned.isPresent() ? Reason.NO_TLS : Reason.UNTRUSTED,
          String.valueOf(e.getMessage()),
          "No connection by TLS to " + to.uri() + ": " + e.getMessage());
    } catch (SSLException e) {
      throw new RefusedConnectionException(
          Reason.NO_TLS,
          String.valueOf(e.getMessage()),
          "What listens at " + to.uri() + " does not speak TLS.");
    } catch (SocketException e) {
      throw closed(to, e);
    }
    return socket;
  }

  private static RefusedConnectionException closed(BrokerAddress to, IOException e) {
    return new RefusedConnectionException(
        Reason.CLOSED,
        String.valueOf(e.getMessage()),
        "What listens at " + to.uri() + " closes the connection without a word.");
  }

  private static SSLContext context(Optional<PinnedTrust> pinned) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trust = pinned.map(only -> new TrustManager[] {only}).orElse(null);
      context.init(null, trust, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("This Java has no TLS: " + e.getMessage(), e);
    }
  }
}
