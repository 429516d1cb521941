package interleave.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who works for a run from elsewhere, by what they say. No clock of its own. */
final class Attendance {
  /** Whoever has said nothing for so long is gone. */
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

  private static final int MOST = 4096;

  private record Seen(Greeting greeting, long at) {}

  private final Map<String, Seen> here = new LinkedHashMap<>();

  /** Somebody who came or went. */
  record Change(Greeting who, How how) {
    enum How {
      JOINED,
      LEFT,
      SILENT
    }
  }

  /** Hears a greeting; says whether that is news. */
  Optional<Change> hear(Greeting greeting, long now) {
    if (greeting.leaving()) {
      return here.remove(greeting.id()) == null
          ? Optional.empty()
          : Optional.of(new Change(greeting, Change.How.LEFT));
    }
    boolean known = here.containsKey(greeting.id());
    if (!known && here.size() >= MOST) {
      return Optional.empty();
    }
    here.put(greeting.id(), new Seen(greeting, now));
    return known ? Optional.empty() : Optional.of(new Change(greeting, Change.How.JOINED));
  }

  /** Those who have said nothing for too long. */
  List<Change> missing(long now) {
    List<Change> gone = new ArrayList<>();
    here.values().stream()
        .filter(each -> now - each.at() > PATIENCE)
        .forEach(each -> gone.add(new Change(each.greeting(), Change.How.SILENT)));
    gone.forEach(each -> here.remove(each.who().id()));
    return gone;
  }

  /** Who is there, in the order in which they came. */
  List<Greeting> here() {
    return here.values().stream().map(Seen::greeting).toList();
  }
}
