package interleave.worker;

import interleave.process.broker.BrokerAddress;
import interleave.process.broker.RefusedConnectionException;
import interleave.words.Words;

/** Why there is no way to a run's broker, in the user's language. */
public final class Refusal {
  private static final Words WORDS = Words.of("worker");

  private Refusal() {}

  /**
   * A sentence that says why, and what to do.
   *
   * @param address where to
   */
  public static String sentence(RefusedConnectionException refused, BrokerAddress address) {
    String wanted = address.fingerprint().map(Object::toString).orElse("");
    return WORDS.get("refused." + refused.reason(), address.uri(), refused.detail(), wanted);
  }
}
