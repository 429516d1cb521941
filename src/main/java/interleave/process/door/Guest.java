package interleave.process.door;

import interleave.process.broker.BrokerAddress;
import interleave.process.broker.RefusedFrameException;
import interleave.process.broker.StompFrame;
import interleave.process.broker.StompParser;
import interleave.process.door.Stranger.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was let in, with a connection to the broker of its own. What it sends goes on frame
 * by frame, as far as it is one; what the broker sends goes on as it is.
 */
final class Guest implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int PIECE = 16 << 10;
  private static final byte[] STILL_THERE = {'\n'};

  private static final Set<String> COMMANDS =
      Set.of(
          "SEND",
          "SUBSCRIBE",
          "UNSUBSCRIBE",
          "ACK",
          "NACK",
          "BEGIN",
          "COMMIT",
          "ABORT",
          "DISCONNECT");

  /** By the first a broker would make objects of texts; the second is a program of a sort. */
  private static final Set<String> FORBIDDEN = Set.of("transformation", "selector");

  private final Socket wire;
  private final Socket guest;
  private final StompParser parser;
  private final Socket broker;

  private Guest(Socket wire, Socket guest, StompParser parser, Socket broker) {
    this.wire = wire;
    this.guest = guest;
    this.parser = parser;
    this.broker = broker;
  }

  /**
   * Connects it to the broker, as whom that knows.
   *
   * @param wire what its TLS runs over
   */
  static Guest of(Socket wire, Socket guest, StompParser parser, StompFrame hello, BrokerAddress to)
      throws IOException {
    Socket broker = new Socket();
    try {
      broker.connect(new InetSocketAddress(to.host(), to.port()), CONNECT_MILLIS);
      broker.setTcpNoDelay(true);
      String beat = hello.header("heart-beat");
      StompFrame ours =
          StompFrame.of(
              "CONNECT",
              "accept-version",
              hello.header("accept-version"),
              "host",
              "/",
              "login",
              to.user(),
              "passcode",
              to.key(),
              "heart-beat",
              beat.isEmpty() ? "0,0" : beat);
      broker.getOutputStream().write(ours.encode());
      return new Guest(wire, guest, parser, broker);
    } catch (IOException | IllegalArgumentException e) {
      broker.close();
      throw e instanceof IOException io ? io : new SentAwayException(Reason.MALFORMED);
    }
  }

  /**
   * Carries what is sent, both ways, until one of the two is gone.
   *
   * @throws SentAwayException when it sends what is not taken
   */
  void serve() throws IOException {
    Thread.ofVirtual().name("interleave guest").start(this::back);
    InputStream from = guest.getInputStream();
    OutputStream to = broker.getOutputStream();
    byte[] piece = new byte[PIECE];
    try {
      forward(to); // what came behind the greeting
      for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
        parser.feed(piece, count);
        if (!forward(to)) {
          to.write(STILL_THERE); // it beats, or is in the midst of a frame
        }
      }
    } catch (RefusedFrameException e) {
      throw new SentAwayException(e.tooLarge() ? Reason.TOO_LARGE : Reason.MALFORMED);
    }
  }

  private boolean forward(OutputStream to) throws IOException {
    boolean some = false;
    for (@Nullable StompFrame frame = parser.next(); frame != null; frame = parser.next()) {
      if (!COMMANDS.contains(frame.command())) {
        throw new SentAwayException(Reason.MALFORMED);
      }
      String destination = frame.header("destination");
      if (frame.headers().keySet().stream().anyMatch(FORBIDDEN::contains)
          || !destination.isEmpty() && !destination.startsWith("/queue/")) {
        throw new SentAwayException(Reason.FORBIDDEN);
      }
      to.write(frame.encode());
      some = true;
    }
    return some;
  }

  private void back() {
    byte[] piece = new byte[PIECE];
    try (this) {
      InputStream from = broker.getInputStream();
      OutputStream to = guest.getOutputStream();
      for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
        to.write(piece, 0, count);
      }
      guest.close(); // by TLS: nobody else has cut it off
    } catch (IOException e) {
      // whoever is still there is told by the end of its connection
    }
  }

  /** Cuts both, without a word: by TLS that would wait for whoever writes and is not read. */
  @Override
  public void close() {
    for (Socket each : new Socket[] {wire, broker}) {
      try {
        each.close();
      } catch (IOException e) {
        // it is gone in any case
      }
    }
  }
}
