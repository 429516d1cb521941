package interleave.process.broker;

import interleave.event.Recorder;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that are put, and others that are acknowledged: all of it happens, or nothing. Nothing
 * is sent before {@link #commit}, so whoever ends before has done nothing, and what it had taken is
 * given to somebody else.
 *
 * <p>One thread uses it.
 */
public final class Transaction {
  private record Put(BrokerQueue to, long number, String text, int deliveries, int site) {}

  private final BrokerClient client;
  private final List<Put> puts = new ArrayList<>();
  private final List<Delivery> acknowledged = new ArrayList<>();

  Transaction(BrokerClient client) {
    this.client = client;
  }

  /** The message is done with, and gone. */
  public Transaction acknowledge(Delivery delivery) {
    acknowledged.add(delivery);
    return this;
  }

  /** Puts a message with a number that no other of that queue has. */
  public Transaction put(BrokerQueue to, long number, String text) {
    puts.add(new Put(to, number, text, 1, Recorder.current().callerSite()));
    return this;
  }

  /** Puts the message back at the end of its queue: somebody may try it again. */
  public Transaction putBack(Delivery delivery) {
    acknowledged.add(delivery);
    puts.add(
        new Put(
            delivery.queue(), delivery.number(), delivery.text(), delivery.deliveries() + 1, 0));
    return this;
  }

  /**
   * Does all of it.
   *
   * @return false when the broker was gone meanwhile, and there was something to acknowledge: it
   *     has then done all of it or nothing, and where it was nothing, gives what was to be
   *     acknowledged to somebody once more
   */
  public boolean commit() {
    List<StompFrame> frames = new ArrayList<>();
    for (Put put : puts) {
      frames.add(put.to().frame(put.number(), put.text(), put.deliveries()));
    }
    for (Delivery delivery : acknowledged) {
      frames.add(StompFrame.of("ACK", "id", delivery.acknowledgment()));
    }
    for (Put put : puts) {
      if (put.deliveries() == 1) {
        put.to().putBegins(put.site());
      }
    }
    boolean done = true;
    if (acknowledged.isEmpty()) {
      client.once(frames);
    } else {
      done = client.together(frames, acknowledged);
    }
    for (Put put : puts) {
      if (put.deliveries() == 1) {
        put.to().putEnds(put.site(), put.number(), put.text(), done);
      }
    }
    return done;
  }
}
