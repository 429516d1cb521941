package interleave.process.broker;

/**
 * A message that a queue gave to this process. It is still the broker's: unless a {@link
 * Transaction} acknowledges it, it goes back, and to somebody else, when this process is gone.
 *
 * @param number by which all who have it to do with know it
 * @param deliveries how often it was given to somebody, this time included
 * @param acknowledgment what the broker wants to hear
 * @param connection over which of the client's connections it came
 */
public record Delivery(
    BrokerQueue queue,
    long number,
    String text,
    int deliveries,
    String acknowledgment,
    int connection) {

  @Override
  public String toString() {
    return text + " of queue " + queue.name();
  }
}
