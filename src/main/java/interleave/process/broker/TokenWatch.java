package interleave.process.broker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the tokens of what others have made. Who gets one passes it on, so that all hear of it.
 * A token that says that its maker lives may only mean that the maker's connection is broken: it
 * has time to take it back.
 */
final class TokenWatch extends Vigil {
  private final Map<String, List<Runnable>> watched = new LinkedHashMap<>();

  /** Whose token was here, and when it is looked for once more. */
  private final Map<String, Long> doubted = new LinkedHashMap<>();

  /** Those that are being looked for once more, and until when that counts. */
  private final Map<String, Long> suspects = new LinkedHashMap<>();

  TokenWatch(BrokerAddress address) {
    super(address);
  }

  /** Has that done, once, when the maker of this is gone or has ended it. */
  synchronized void watch(String what, Runnable gone) {
    List<Runnable> known = watched.get(what);
    if (known == null) {
      known = new ArrayList<>();
      watched.put(what, known);
      subscribe(what);
    }
    known.add(gone);
  }

  @Override
  synchronized void subscribe() {
    for (String what : watched.keySet()) {
      if (!doubted.containsKey(what)) {
        subscribe(what);
      }
    }
  }

  @Override
  synchronized void heard(@Nullable StompFrame message) {
    look();
    if (message == null) {
      return;
    }
    String what = message.header("subscription");
    boolean ended = message.text().equals(ENDED) || suspects.containsKey(what);
    if (!watched.containsKey(what) || doubted.containsKey(what)) {
      return; // the broker gives it to somebody else
    }
    if (ended) {
      Objects.requireNonNull(watched.remove(what)).forEach(Runnable::run);
    } else {
      doubted.put(what, System.nanoTime() + PATIENCE);
    }
    replace(message, message.text());
  }

  private void look() {
    long now = System.nanoTime();
    suspects.values().removeIf(until -> until < now);
    Set<String> due = new HashSet<>();
    doubted.forEach(
        (what, when) -> {
          if (when <= now) {
            due.add(what);
          }
        });
    for (String what : due) {
      doubted.remove(what);
      suspects.put(what, now + PATIENCE);
      subscribe(what);
    }
  }

  @Override
  synchronized long next() {
    long next = StompConnection.FOR_EVER;
    for (long when : doubted.values()) {
      next = Math.min(next, when);
    }
    return next;
  }

  @Override
  synchronized void gone() {
    close();
    List<List<Runnable>> all = List.copyOf(watched.values());
    watched.clear();
    for (List<Runnable> each : all) {
      each.forEach(Runnable::run);
    }
  }
}
