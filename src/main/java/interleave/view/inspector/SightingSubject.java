package interleave.view.inspector;

import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Held;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.SeenText;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The facts about a thread at the moment at which it was seen, with its whole stack. */
record SightingSubject(Facts facts, int index) {
  private static final Words WORDS = Words.of("timeline/seen");

  Subject subject() {
    Timeline timeline = facts.timeline();
    Sightings all = timeline.sightings();
    Sighting seen = all.get(index);
    String when = SeenText.when(timeline, seen);
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("thread", Lanes.full(timeline, seen.lane())));
    told.add(fact("at", when));
    String state = SeenText.brief(seen);
    told.add(fact("state", seen.timed() ? WORDS.get("fact.limited", state) : state));
    if (seen.gil()) {
      told.add(fact("gil", WORDS.get("yes")));
    }
    if (!seen.thing().isEmpty()) {
      told.add(fact("waits", seen.thing()));
    }
    int owner = all.ownerOf(seen);
    if (owner >= 0) {
      told.add(
          new Fact(
              WORDS.get("fact.held-by"),
              Lanes.brief(timeline, owner),
              null,
              new Subject.Moment(new ThingRef.Lane(owner), seen.time())));
    }
    List<Held> held = all.heldAt(seen);
    if (!held.isEmpty()) {
      told.add(
          fact(
              "holds",
              held.stream().map(Held::thing).distinct().collect(Collectors.joining(", "))));
    }
    facts.site(seen.site()).ifPresent(told::add);
    List<String> stack = SeenText.stack(timeline, seen);
    if (!stack.isEmpty()) {
      told.add(fact("stack", String.join("\n", stack)));
    }
    return new Subject(WORDS.get("title", when), told);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}
