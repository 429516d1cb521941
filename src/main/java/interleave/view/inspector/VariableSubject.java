package interleave.view.inspector;

import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.ObservedSteps;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a variable and about one read or write of it. */
record VariableSubject(Facts facts, VariableTrack variable) {
  private static final Words WORDS = Words.of("view/inspector");

  Subject subject() {
    int i = variable.at(facts.playhead());
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("value", i < 0 ? WORDS.get("untouched") : value(i)));
    told.add(Facts.fact("reads", Durations.count(variable.reads())));
    told.add(Facts.fact("writes", Durations.count(variable.writes())));
    told.add(Facts.fact("lost-updates", Durations.count(variable.lostUpdates())));
    if (ObservedSteps.of(facts.timeline(), variable)) {
      told.add(Facts.fact("recorded", WORDS.get("recorded.observed")));
    }
    if (variable.size() > 0) {
      told.add(Facts.fact("at-first", value(0)));
      told.add(Facts.fact("at-last", value(variable.size() - 1)));
    }
    return new Subject(WORDS.get("subject.variable", variable.name()), told);
  }

  Subject access(int i) {
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("by", Lanes.full(facts.timeline(), variable.lane(i))));
    told.add(Facts.fact("at", facts.moment(variable.time(i))));
    told.add(Facts.fact("value", value(i)));
    if (variable.isLost(i)) {
      told.add(Facts.fact("fate", WORDS.get("overwritten")));
    }
    facts.site(variable.site(i)).ifPresent(told::add);
    String title = WORDS.get(variable.write(i) ? "subject.write" : "subject.read", variable.name());
    return new Subject(title, told);
  }

  Subject lostUpdate(int index) {
    return new Subject(
        WORDS.get(
            "subject.lost-update",
            Durations.count(index + 1L),
            Durations.count(variable.lostUpdates())),
        List.of());
  }

  private String value(int i) {
    return variable.shown(i);
  }
}
