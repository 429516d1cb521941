package interleave.process.door;

import interleave.process.broker.BrokerAddress;
import interleave.process.broker.RefusedFrameException;
import interleave.process.broker.StompFrame;
import interleave.process.broker.StompParser;
import interleave.process.door.Stranger.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Somebody at the door of whom it is not known yet who it is. */
final class Arrival {
  private final Socket socket;
  private final String from;
  private final long deadline;
  private volatile boolean late;

  /**
   * Somebody who has just come.
   *
   * @param patience so long it may take over saying who it is
   */
  Arrival(Socket socket, Duration patience) {
    this.socket = socket;
    deadline = System.nanoTime() + patience.toNanos();
    from = socket.getInetAddress().getHostAddress();
  }

  Stranger stranger(Reason reason) {
    return new Stranger(from, reason);
  }

  /** Sends it away when it has had its time, however often it has said a little. */
  void hurry() {
    if (System.nanoTime() - deadline > 0) {
      late = true;
      close();
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone in any case
    }
  }

  /**
   * Hears who it is, and brings it to the broker.
   *
   * @throws SentAwayException when it has no business there
   */
  Guest let(SSLSocketFactory tls, BrokerAddress broker) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true); // one that was switched off is noticed some day
      StompParser parser = new StompParser();
      parser.limit(0); // who comes in has nothing to bring
      SSLSocket secure = (SSLSocket) tls.createSocket(socket, null, true);
      StompFrame hello = hello(secure, parser);
      check(hello, broker, secure);
      parser.limit(StompParser.LARGEST_BODY);
      return Guest.of(socket, secure, parser, hello, broker);
    } catch (IOException e) {
      throw late ? new SentAwayException(Reason.SILENT) : e;
    }
  }

  /** The JDK says it in words only. */
  private static Reason reason(String message) {
    if (message.matches(".*unrecognized SSL message.*")) {
      return Reason.PLAIN;
    }
    if (message.matches(".*(certificate|unknown_ca).*")) {
      return Reason.CERTIFICATE;
    }
    return message.matches(".*terminated.*") ? Reason.LEFT : Reason.TLS;
  }

  private static StompFrame hello(SSLSocket from, StompParser parser) throws IOException {
    byte[] bytes = new byte[1024];
    try {
      from.startHandshake();
      @Nullable StompFrame frame = null;
      while (frame == null) {
        int count = from.getInputStream().read(bytes);
        if (count < 0) {
          throw new EOFException();
        }
        parser.feed(bytes, count);
        frame = parser.next();
      }
      return frame;
    } catch (RefusedFrameException e) {
      throw new SentAwayException(e.tooLarge() ? Reason.TOO_LARGE : Reason.MALFORMED);
    } catch (SSLException e) {
      throw new SentAwayException(reason(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new SentAwayException(Reason.LEFT);
    }
  }

  private static void check(StompFrame hello, BrokerAddress broker, SSLSocket to)
      throws IOException {
    if (!hello.command().equals("CONNECT") && !hello.command().equals("STOMP")) {
      throw new SentAwayException(Reason.MALFORMED);
    }
    boolean known =
        hello.header("login").equals(broker.user())
            && MessageDigest.isEqual(
                hello.header("passcode").getBytes(StandardCharsets.UTF_8),
                broker.key().getBytes(StandardCharsets.UTF_8));
    if (!known) {
      to.getOutputStream()
          .write(StompFrame.of("ERROR", "message", "The key is another one.").encode());
      throw new SentAwayException(Reason.KEY);
    }
  }
}
