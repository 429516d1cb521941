package interleave.process.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * By what a put happens once that follows from no message: when a connection breaks before the
 * broker has answered, nobody knows whether it has done what was asked, and to ask again might do
 * it twice. So a client has a queue of its own with one message, its token. Each put takes the
 * token and puts back the next one, in one transaction. After a break the token that comes says
 * what became of it: the next one, and it is done; the same one, and it never will be, since the
 * broker has taken the token back from the transaction.
 *
 * <p>The client's thread uses it.
 */
final class PutToken {
  private static final long LAST_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final BrokerClient client;
  private @Nullable BrokerQueue queue;
  private @Nullable Delivery held;
  private long number;

  PutToken(BrokerClient client) {
    this.client = client;
  }

  void once(List<StompFrame> frames) {
    BrokerQueue own = queue();
    long here = number;
    number++;
    while (true) {
      Delivery token = held;
      held = null;
      if (token == null) {
        token = client.receive(own, StompConnection.FOR_EVER).orElseThrow();
      }
      if (token.number() != here) {
        held = token; // only the answer was lost
        return;
      }
      List<StompFrame> all = new ArrayList<>(frames);
      all.add(own.frame(number, "", 1));
      all.add(StompFrame.of("ACK", "id", token.acknowledgment()));
      if (client.together(all, List.of(token))) {
        return;
      }
    }
  }

  /** Made at the first put. A queue that may have two tokens is not used. */
  private BrokerQueue queue() {
    BrokerQueue own = queue;
    while (own == null) {
      BrokerQueue fresh = client.queue("interleave.puts." + UUID.randomUUID());
      if (client.together(List.of(fresh.frame(number, "", 1)), List.of())) {
        own = fresh;
        queue = fresh;
      } else {
        client.forget(fresh);
      }
    }
    return own;
  }

  /** Leaves no message behind, where the broker is still there. */
  void giveUp() {
    BrokerQueue own = queue;
    if (own == null) {
      return;
    }
    try {
      Delivery token = held;
      if (token == null) {
        token = client.receive(own, System.nanoTime() + LAST_SECOND).orElse(null);
      }
      if (token != null) {
        client.together(
            List.of(StompFrame.of("ACK", "id", token.acknowledgment())), List.of(token));
      }
    } catch (BrokerGoneException e) {
      // and the token with it
    }
  }
}
