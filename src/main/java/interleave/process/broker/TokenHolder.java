package interleave.process.broker;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds the tokens of what this process has made. */
final class TokenHolder extends Vigil {
  /** What is held, and the message by which it is; an empty frame while that is not here. */
  private final Map<String, StompFrame> held = new LinkedHashMap<>();

  private static final StompFrame NOT_YET = StompFrame.of("");

  TokenHolder(BrokerAddress address) {
    super(address);
  }

  /** Makes a token, and waits until it is held. */
  synchronized void hold(String what) throws IOException {
    held.put(what, NOT_YET);
    send(token(what, LIVES));
    subscribe(what);
    long end = System.nanoTime() + PATIENCE;
    try {
      while (NOT_YET.equals(held.get(what))) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || isClosed()) {
          throw new IOException("The broker does not answer.");
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever uses what is held meets it
    }
  }

  /** Lets all know at once that this is no more. */
  synchronized void end(String what) {
    StompFrame message = held.remove(what);
    if (message != null && !message.equals(NOT_YET)) {
      replace(message, ENDED);
    }
  }

  /** Lets all know at once that nothing of this process is any more. */
  synchronized void endAll() {
    for (String what : List.copyOf(held.keySet())) {
      end(what);
    }
    close();
  }

  @Override
  synchronized void subscribe() {
    held.replaceAll((what, message) -> NOT_YET);
    held.keySet().forEach(this::subscribe);
  }

  @Override
  synchronized void heard(@Nullable StompFrame message) {
    if (message != null && held.replace(message.header("subscription"), message) != null) {
      notifyAll();
    }
  }

  @Override
  long next() {
    return StompConnection.FOR_EVER;
  }

  @Override
  void gone() {
    close();
  }
}
