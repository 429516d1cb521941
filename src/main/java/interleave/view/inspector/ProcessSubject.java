package interleave.view.inspector;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.view.inspector.Subject.Fact;
import interleave.view.session.Durations;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a process. */
record ProcessSubject(Facts facts, ProcessTrack process) {
  private static final Words WORDS = Words.of("view/inspector");

  Subject subject() {
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("pid", Long.toString(process.pid())));
    if (process.parent() >= 0) {
      ProcessTrack parent = facts.timeline().processes().get(process.parent());
      told.add(Facts.fact("parent", parent.name() + " " + parent.pid()));
    }
    told.add(Facts.fact("started", facts.moment(process.start())));
    if (process.end() == Timeline.OPEN) {
      told.add(Facts.fact("ended", WORDS.get("still-runs")));
    } else {
      told.add(Facts.fact("ended", facts.moment(process.end())));
      ProcessTrack.Exit exit = process.exit();
      told.add(Facts.fact("how", exit == null ? WORDS.get("not-known") : exit.show()));
      told.add(Facts.fact("lived", Durations.show(process.end() - process.start())));
    }
    told.add(Facts.fact("threads", Integer.toString(process.lanes().size())));
    told.add(
        Facts.fact(
            "traced",
            process.traced() ? WORDS.get("traced", process.runtime()) : WORDS.get("not-traced")));
    return new Subject(WORDS.get("subject.process", process.name()), told);
  }
}
