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

  private static final String ARTEMIS_WINDOW = "1048576";

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
    return message(queue, number, text.getBytes(StandardCharsets.UTF_8), "text/plain", deliveries);
  }

  /** As that, of bytes that are no text. */
  StompFrame message(String queue, long number, byte[] body) {
    return message(queue, number, body, "application/octet-stream", 1);
  }

  private StompFrame message(String queue, long number, byte[] body, String type, int deliveries) {
    if (body.length > StompParser.LARGEST_BODY) {
      throw new IllegalArgumentException("A message has at most 1 MiB."); // before anything is sent
    }
    Map<String, String> headers = queue(queue);
    headers.put("content-type", type);
    headers.put("number", Long.toString(number));
    headers.put("deliveries", Integer.toString(deliveries));
    if (!run.isEmpty()) {
      headers.put("persistent", "true");
      headers.put("destination-type", ANYCAST); // Artemis: not to all who listen, but to one
    }
    return StompFrame.of("SEND", body).with(headers);
  }

  /** Whoever says so takes from that queue, so many messages at a time. */
  StompFrame subscription(String queue, int ahead) {
    return subscription(queue, queue, ahead);
  }

  /** As that, by another name than the queue's. */
  StompFrame subscription(String id, String queue, int ahead) {
    Map<String, String> headers = queue(queue);
    headers.put("id", id);
    headers.put("ack", "client-individual");
    // Where it is one, no slow worker keeps what a quick one could do: for Classic, for RabbitMQ,
    // and, in bytes, for Artemis.
    headers.put("activemq.prefetchSize", Integer.toString(ahead));
    headers.put("prefetch-count", Integer.toString(ahead));
    headers.put("consumer-window-size", ahead == 1 ? "1" : ARTEMIS_WINDOW);
    headers.put("subscription-type", ANYCAST);
    return StompFrame.of("SUBSCRIBE").with(headers);
  }

  /** Whether somebody else had it before. */
  static boolean again(StompFrame message) {
    return Boolean.parseBoolean(message.header("redelivered"));
  }
}
