package interleave.view.inspector;

import interleave.timeline.CrowdTrack;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about threads that are too many to be drawn one by one, at a moment. */
record CrowdSubject(Timeline timeline, CrowdTrack crowd, long time) {
  private static final Words WORDS = Words.of("view/crowds");

  Subject subject() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("process", timeline.processes().get(crowd.process()).name()));
    facts.add(fact("threads", Durations.count(crowd.lanes().size())));
    facts.add(fact("most", Durations.count(crowd.most())));
    if (crowd.virtual()) {
      facts.add(
          fact(crowd.tasks() ? "loops" : "carriers", Durations.count(crowd.carriers().size())));
    }
    facts.add(fact("at", Durations.moment(time - timeline.start())));
    facts.add(fact("alive", Durations.count(crowd.alive(time))));
    for (ThreadState state : ThreadState.values()) {
      int count = crowd.count(state, time);
      if (count > 0) {
        facts.add(new Fact(StateWords.brief(state), Durations.count(count)));
      }
    }
    String kind = crowd.tasks() ? "tasks" : crowd.virtual() ? "virtual" : "platform";
    return new Subject(WORDS.get(kind), facts);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}
