package interleave.view.inspector;

import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a phase. */
record PhaseSubject(Timeline timeline, ProgramPhase phase) {
  private static final Words WORDS = Words.of("view/phases");

  Subject subject() {
    List<Fact> facts = new ArrayList<>();
    boolean open = phase.end() == Timeline.OPEN;
    facts.add(fact("process", timeline.processes().get(phase.process()).name()));
    facts.add(fact("from", Durations.moment(phase.start() - timeline.start())));
    facts.add(
        fact(
            "to",
            open ? WORDS.get("fact.goes-on") : Durations.moment(phase.end() - timeline.start())));
    facts.add(fact("took", Durations.show(Math.min(phase.end(), timeline.now()) - phase.start())));
    if (phase.work() > 0) {
      facts.add(fact("work", Durations.count(phase.work())));
    }
    if (!Double.isNaN(phase.speed())) {
      facts.add(fact("rate", Durations.count(Math.round(phase.speed()))));
    }
    String times = phase.showSpeedUp(timeline);
    if (!times.isEmpty()) {
      String first = timeline.phases().get(phase.first()).name();
      facts.add(fact("times", WORDS.get("fact.against", times, first)));
    }
    return new Subject(WORDS.get("subject", phase.name()), facts);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}
