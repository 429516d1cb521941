package interleave.process.broker;

import interleave.event.Recorder;
import interleave.process.broker.RefusedConnectionException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A connection to a broker. One thread uses it; another of ours tells that it is still there. */
final class StompConnection implements AutoCloseable {
  static final long FOR_EVER = Long.MAX_VALUE;

  private static final int BEAT_MILLIS = 5_000;

  /** A broker that is busy is late at times. */
  private static final int SILENCE_MILLIS = 4 * BEAT_MILLIS;

  private static final int CONNECT_MILLIS = 15_000;
  private static final String VERSION = "1.2";

  /** What something that speaks TLS begins its answer with when it is spoken to without. */
  private static final byte TLS_ALERT = 0x15;

  private final Socket socket;
  private final StompParser parser = new StompParser();
  private final byte[] arrived = new byte[8192];

  private StompConnection(Socket socket) {
    this.socket = socket;
  }

  /** Connects, and waits until the broker has let us in. */
  static StompConnection open(BrokerAddress to) throws IOException {
    StompConnection connection = new StompConnection(BrokerSocket.open(to));
    try {
      connection.greet(to);
      connection.beat();
      return connection;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  /** Says who it is, and hears whether it is let in. */
  private void greet(BrokerAddress to) throws IOException {
    StompFrame answer;
    try {
      send(
          StompFrame.of(
              "CONNECT",
              "accept-version",
              VERSION,
              "host",
              to.virtualHost(),
              "login",
              to.user(),
              "passcode",
              to.key(),
              "heart-beat",
              BEAT_MILLIS + "," + BEAT_MILLIS));
      answer = next(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CONNECT_MILLIS));
    } catch (RefusedFrameException e) {
      throw arrived[0] == TLS_ALERT
          ? refused(Reason.TLS, to, "speaks TLS, and was spoken to without")
          : refused(Reason.NO_BROKER, to, "is no broker that speaks STOMP: " + e.getMessage());
    } catch (IOException e) { // its end, or cut off in the midst
      throw refused(Reason.CLOSED, to, "closes the connection without a word");
    }
    if (answer == null) {
      throw refused(Reason.SILENT, to, "does not answer");
    }
    String version = answer.header("version");
    if (answer.command().equals("ERROR") && !version.isEmpty() && !version.contains(VERSION)
        || answer.command().equals("CONNECTED") && !version.equals(VERSION)) {
      throw refused(Reason.VERSION, to, "does not speak STOMP " + VERSION + ", but " + version);
    }
    if (!answer.command().equals("CONNECTED")) {
      throw refused(Reason.KEY, to, "does not let us in: " + answer.header("message"));
    }
  }

  private static RefusedConnectionException refused(Reason reason, BrokerAddress to, String why) {
    return new RefusedConnectionException(
        reason, why, to.uri() + " " + why + (why.endsWith(".") ? "" : "."));
  }

  private void beat() {
    Thread beats =
        new Thread("interleave heart-beat") {
          @Override
          public void run() {
            try {
              while (!socket.isClosed()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS));
                write(new byte[] {'\n'});
              }
            } catch (IOException e) {
              // who uses the connection meets it, too
              StompConnection.this.close();
            }
          }
        };
    beats.setDaemon(true);
    Recorder.current().service(beats);
    beats.start();
  }

  void send(StompFrame frame) throws IOException {
    send(List.of(frame));
  }

  /** All in one go: each write may be a packet of its own. */
  void send(List<StompFrame> frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (StompFrame frame : frames) {
      bytes.writeBytes(frame.encode());
    }
    write(bytes.toByteArray());
  }

  /** Whether nobody has closed it so far, nor met that the broker is gone. */
  boolean isOpen() {
    return !socket.isClosed();
  }

  private synchronized void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /**
   * Waits for the next frame.
   *
   * @param deadline by {@link System#nanoTime}; {@link #FOR_EVER} for none
   * @return null when the time is up
   * @throws IOException when the broker is gone, has not been heard of for long, or sends no frames
   */
  @Nullable StompFrame receive(long deadline) throws IOException {
    StompFrame frame = next(deadline);
    if (frame != null && frame.command().equals("ERROR")) {
      throw new RefusedRequestException(frame);
    }
    return frame;
  }

  private @Nullable StompFrame next(long deadline) throws IOException {
    long heard = System.nanoTime();
    while (true) {
      StompFrame frame = parser.next();
      if (frame != null) {
        return frame;
      }
      long now = System.nanoTime();
      long patience = heard + TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS) - now;
      long left = deadline == FOR_EVER ? patience : Math.min(patience, deadline - now);
      if (left <= 0) {
        if (patience <= 0) {
          throw new IOException("The broker is silent.");
        }
        return null;
      }
      socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(left) + 1);
      try {
        int count = socket.getInputStream().read(arrived);
        if (count < 0) {
          throw new EOFException("The broker has closed the connection.");
        }
        parser.feed(arrived, count);
        heard = System.nanoTime();
      } catch (SocketTimeoutException e) {
        // looked at above
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone in any case
    }
  }
}
