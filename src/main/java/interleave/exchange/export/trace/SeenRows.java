package interleave.exchange.export.trace;

import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Held;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.SeenText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What threads were seen doing at single moments, as of thread dumps: a moment for each. */
final class SeenRows {
  private final Telling telling;

  SeenRows(Telling telling) {
    this.telling = telling;
  }

  void tell() throws IOException {
    Sightings all = telling.timeline().sightings();
    for (int i = 0; i < all.size() && !telling.isPast(all.get(i).time()); i++) {
      telling.step();
      Sighting seen = all.get(i);
      if (telling.what.has(seen.time())) {
        telling.instant(
            telling.tracks.thread(seen.lane()),
            "seen",
            SeenText.brief(seen),
            seen.time(),
            facts(all, seen));
      }
    }
  }

  private List<Fact> facts(Sightings all, Sighting seen) {
    Timeline timeline = telling.timeline();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("seen", seen.state().name().toLowerCase(Locale.ROOT)));
    facts.add(new Fact("when", SeenText.when(timeline, seen)));
    int owner = all.ownerOf(seen);
    if (owner >= 0) {
      facts.add(new Fact("owner", Lanes.name(timeline, owner)));
    }
    String held = all.heldAt(seen).stream().map(Held::thing).collect(Collectors.joining(", "));
    if (!held.isEmpty()) {
      facts.add(new Fact("holds", held));
    }
    if (seen.stack() >= 0) {
      facts.add(new Fact("stack", String.join("; ", SeenText.stack(timeline, seen))));
    }
    facts.addAll(ThreadRows.place(timeline, seen.site()));
    return facts;
  }
}
