package interleave.process.broker;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * By what the users of something that a broker keeps learn that its maker is gone: what it made
 * ends with it, as it does without a broker.
 *
 * <p>Any thread may call any method.
 */
public final class MakerToken {
  /** What nobody holds a token of: an embedded broker says by it that it is about to end. */
  public static final String RUN = "run";

  private static final Map<BrokerAddress, TokenHolder> HOLDERS = new LinkedHashMap<>();
  private static final Map<BrokerAddress, TokenWatch> WATCHES = new LinkedHashMap<>();

  private MakerToken() {}

  /** This process has made that. */
  public static void hold(BrokerAddress broker, String what) throws IOException {
    holder(broker).hold(what);
  }

  private static synchronized TokenHolder holder(BrokerAddress broker) throws IOException {
    TokenHolder holder = HOLDERS.get(broker);
    if (holder == null || holder.isClosed()) {
      holder = new TokenHolder(broker);
      holder.begin("interleave maker");
      HOLDERS.put(broker, holder);
    }
    return holder;
  }

  /** This process ends what it has made. */
  public static synchronized void end(BrokerAddress broker, String what) {
    TokenHolder holder = HOLDERS.get(broker);
    if (holder != null) {
      holder.end(what);
    }
  }

  /**
   * Has that done, once and by a thread of ours, when what another process made is no more. A maker
   * whose connection is broken has two seconds to come back.
   */
  public static void watch(BrokerAddress broker, String what, Runnable gone) throws IOException {
    watch(broker).watch(what, gone);
  }

  private static synchronized TokenWatch watch(BrokerAddress broker) throws IOException {
    TokenWatch watch = WATCHES.get(broker);
    if (watch == null || watch.isClosed()) {
      watch = new TokenWatch(broker);
      watch.begin("interleave makers of others");
      WATCHES.put(broker, watch);
    }
    return watch;
  }

  /** This process ends, and all that it has made. */
  public static synchronized void leave() {
    HOLDERS.values().forEach(TokenHolder::endAll);
    WATCHES.values().forEach(TokenWatch::close);
  }
}
