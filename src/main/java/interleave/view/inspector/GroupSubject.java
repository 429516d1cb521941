package interleave.view.inspector;

import interleave.timeline.ThingGroup;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.GroupText;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about things that are too many to be drawn one by one, at a moment. */
record GroupSubject(Timeline timeline, ThingGroup group, long time) {
  private static final Words WORDS = Words.of("view/crowds");

  Subject subject() {
    List<Fact> facts = new ArrayList<>();
    if (group.process() >= 0) {
      facts.add(fact("process", timeline.processes().get(group.process()).name()));
    }
    if (group.most() > 0 && !group.sort().happens()) {
      facts.add(fact("most", Durations.count(group.most())));
    }
    facts.add(fact("at", Durations.moment(time - timeline.start())));
    int[] counts = group.counts(time);
    for (int i = 0; i < counts.length; i++) {
      facts.add(new Fact(GroupText.word(group.sort(), i), Durations.count(Math.max(0, counts[i]))));
    }
    return new Subject(GroupText.title(group), facts);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}
