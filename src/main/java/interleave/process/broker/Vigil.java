package interleave.process.broker;

import interleave.event.Recorder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread of ours with a connection of its own, which it makes anew when it breaks. By it one
 * learns who is still there: a maker holds a message, its token, which the broker gives to whoever
 * waits for it when the maker is gone, however that came about.
 */
abstract class Vigil implements AutoCloseable {
  /** So long a connection may be broken, be it ours or that of somebody who is waited for. */
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  /** What a token says whose maker has not ended what it holds it for. */
  static final String LIVES = "lives";

  static final String ENDED = "ended";

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private final BrokerAddress address;
  private final BrokerFrames frames;
  private volatile @Nullable StompConnection connection;
  private volatile boolean closed;

  Vigil(BrokerAddress address) {
    this.address = address;
    frames = new BrokerFrames(address.run());
  }

  /** Connects, and begins. */
  void begin(String name) throws IOException {
    connection = StompConnection.open(address);
    Thread thread =
        new Thread(name) {
          @Override
          public void run() {
            keep();
          }
        };
    thread.setDaemon(true);
    Recorder.current().service(thread);
    thread.start();
  }

  private void keep() {
    while (!closed) {
      try {
        StompConnection here = connection;
        if (here == null) {
          break;
        }
        StompFrame frame = here.receive(next());
        heard(frame != null && frame.command().equals("MESSAGE") ? frame : null);
      } catch (IOException e) {
        anew();
      }
    }
    gone();
  }

  private void anew() {
    long end = System.nanoTime() + PATIENCE;
    close(connection);
    connection = null;
    while (!closed && connection == null && System.nanoTime() < end) {
      try {
        StompConnection fresh = StompConnection.open(address);
        synchronized (this) {
          connection = fresh;
          subscribe();
        }
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /** Sends what it can; where the connection is broken its thread finds out. */
  final void send(StompFrame... frames) {
    StompConnection here = connection;
    if (here != null) {
      try {
        here.send(List.of(frames));
      } catch (IOException e) {
        here.close();
      }
    }
  }

  private static String queue(String what) {
    return "interleave.token." + what;
  }

  final void subscribe(String what) {
    send(frames.subscription(what, queue(what), 1));
  }

  /** Takes the token of this message, and puts one in its place. */
  final void replace(StompFrame message, String text) {
    String what = message.header("subscription");
    String transaction = "t" + System.nanoTime();
    send(
        StompFrame.of("BEGIN", "transaction", transaction),
        StompFrame.of("ACK", "id", message.header("ack"), "transaction", transaction),
        token(what, text).with("transaction", transaction),
        StompFrame.of("COMMIT", "transaction", transaction),
        StompFrame.of("UNSUBSCRIBE", "id", what));
  }

  final StompFrame token(String what, String text) {
    return token(frames, what, text);
  }

  static StompFrame token(BrokerFrames frames, String what, String text) {
    return frames.message(queue(what), 0, text, 1);
  }

  /** Subscribes to all that it waits for, as the connection is new. */
  abstract void subscribe();

  /** A message, or null when it is time to look around. */
  abstract void heard(@Nullable StompFrame message);

  /** When to look around next. */
  abstract long next();

  /** The broker is gone, or this is closed. */
  abstract void gone();

  boolean isClosed() {
    return closed;
  }

  private static void close(@Nullable StompConnection connection) {
    if (connection != null) {
      connection.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    close(connection);
  }
}
