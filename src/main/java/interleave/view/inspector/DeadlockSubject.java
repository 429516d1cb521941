package interleave.view.inspector;

import interleave.timeline.Deadlock;
import interleave.timeline.Sightings;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.SeenText;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The facts about a ring of waits. */
record DeadlockSubject(Timeline timeline, Deadlock deadlock) {
  private static final Words WORDS = Words.of("view/deadlocks");

  Subject subject() {
    String threads =
        deadlock.members().stream()
            .map(member -> Lanes.brief(timeline, member.lane()))
            .collect(Collectors.joining(", "));
    String locks =
        deadlock.members().stream()
            .map(member -> timeline.locks().get(member.lock()).name())
            .distinct()
            .collect(Collectors.joining(", "));
    long end = Math.min(deadlock.end(), timeline.now());
    String how =
        deadlock.end() == Timeline.OPEN
            ? "end.lasts"
            : deadlock.isPassing() ? "end.apart" : "end.outside";
    Sightings sightings = timeline.sightings();
    Optional<Sightings.Sighting> seen =
        sightings.ofLane(deadlock.members().getFirst().lane()).stream()
            .map(sightings::get)
            .filter(each -> each.time() == deadlock.since())
            .findFirst();
    if (seen.isPresent()) {
      return new Subject(
          WORDS.get("subject"),
          List.of(
              fact("threads", threads),
              fact("locks", locks),
              fact("seen", SeenText.when(timeline, seen.get()))));
    }
    return new Subject(
        WORDS.get(deadlock.isPassing() ? "subject.apart" : "subject"),
        List.of(
            fact("threads", threads),
            fact("locks", locks),
            fact("since", Durations.moment(deadlock.since() - timeline.start())),
            fact("lasted", Durations.show(end - deadlock.since())),
            fact("end", WORDS.get(how))));
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}
