package interleave.process.broker;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said to brokers of messages, and heard: all in which ActiveMQ Classic, Artemis and
 * RabbitMQ differ. Each takes of the headers those that it knows.
 */
final class BrokerFrames {
  /**
   * RabbitMQ forgets a queue that nobody uses for so long; the others forget it when it is empty,
   * Classic where it is told to.
   */
  private static final String FORGOTTEN_MILLIS = "600000";

  private static final String ANYCAST = "ANYCAST";

  private final String run;

  /**
   * Those of a run.
   *
   * @param run what the names of its queues begin with, where others use the broker, too; or empty
   */
  BrokerFrames(String run) {
    this.run = run;
  }

  private Map<String, String> queue(String name) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("destination", "/queue/" + (run.isEmpty() ? name : run + "." + name));
    if (!run.isEmpty()) {
      headers.put("x-expires", FORGOTTEN_MILLIS);
    }
    return headers;
  }

  /**
   * A message for that queue.
   *
   * @throws IllegalArgumentException when it is too large
   */
  StompFrame message(String queue, long number, String text, int deliveries) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (body.length > StompParser.LARGEST_BODY) {
      throw new IllegalArgumentException("A message has at most 1 MiB."); // before anything is sent
    }
    Map<String, String> headers = queue(queue);
    headers.put("content-type", "text/plain");
    headers.put("number", Long.toString(number));
    headers.put("deliveries", Integer.toString(deliveries));
    if (!run.isEmpty()) {
      headers.put("persistent", "true");
      headers.put("destination-type", ANYCAST); // Artemis: not to all who listen, but to one
    }
    return StompFrame.of("SEND", body).with(headers);
  }

  /** Whoever says so takes from that queue, one message at a time. */
  StompFrame subscription(String queue) {
    Map<String, String> headers = queue(queue);
    headers.put("id", queue);
    headers.put("ack", "client-individual");
    // One at a time, or a slow worker would keep what a quick one could do: for Classic, for
    // RabbitMQ, and, in bytes, for Artemis.
    headers.put("activemq.prefetchSize", "1");
    headers.put("prefetch-count", "1");
    headers.put("consumer-window-size", "1");
    headers.put("subscription-type", ANYCAST);
    return StompFrame.of("SUBSCRIBE").with(headers);
  }

  /** Whether somebody else had it before. */
  static boolean again(StompFrame message) {
    return Boolean.parseBoolean(message.header("redelivered"));
  }
}
