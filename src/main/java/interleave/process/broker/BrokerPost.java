package interleave.process.broker;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Messages of ours over a broker, as bytes: what workers on other machines have recorded. They are
 * in no recording themselves, and nobody promises that they arrive: who sends sees to that. One
 * thread uses it.
 */
public final class BrokerPost implements AutoCloseable {
  /** What queues of ours are called begins with this. */
  public static final String OURS = "interleave.";

  private static final int MOST_LENT = 64;

  private final StompConnection connection;

  private BrokerPost(StompConnection connection) {
    this.connection = connection;
  }

  /**
   * Connects, to receive what is sent to {@code name} and to send to others.
   *
   * @param alone whether nobody else is to receive what is sent there, while this one does
   */
  public static BrokerPost open(BrokerAddress to, String name, boolean alone) throws IOException {
    StompConnection connection = StompConnection.open(to);
    try {
      connection.send(
          StompFrame.of(
              "SUBSCRIBE",
              "id",
              name,
              "destination",
              queue(name),
              "ack",
              "auto",
              "activemq.exclusive",
              Boolean.toString(alone),
              "activemq.prefetchSize",
              Integer.toString(MOST_LENT),
              "prefetch-count",
              Integer.toString(MOST_LENT)));
      return new BrokerPost(connection);
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  private static String queue(String name) {
    return "/queue/" + OURS + name;
  }

  /** Sends a message of at most 1 MiB. */
  public void send(String name, byte[] message) throws IOException {
    connection.send(
        StompFrame.of(
            "SEND",
            message,
            "destination",
            queue(name),
            "content-type",
            "application/octet-stream"));
  }

  /**
   * The next message.
   *
   * @param deadline by {@link System#nanoTime}
   * @return null when the time is up
   */
  public byte @Nullable [] receive(long deadline) throws IOException {
    StompFrame frame = connection.receive(deadline);
    while (frame != null && !frame.command().equals("MESSAGE")) {
      frame = connection.receive(deadline);
    }
    return frame == null ? null : frame.body();
  }

  @Override
  public void close() {
    connection.close();
  }
}
