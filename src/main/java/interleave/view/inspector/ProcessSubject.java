package interleave.view.inspector;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a process. */
record ProcessSubject(Facts facts, ProcessTrack process) {
  private static final Words WORDS = Words.of("view/inspector");

  Subject subject() {
    List<Fact> told = new ArrayList<>();
    if (process.hasPid()) {
      told.add(Facts.fact("pid", Long.toString(process.pid())));
    }
    if (!facts.timeline().hosts().isEmpty()) {
      told.addAll(HostSubject.ofProcess(facts.timeline(), process));
    }
    if (process.parent() >= 0) {
      told.add(Facts.fact("parent", facts.process(process.parent())));
    }
    told.addAll(origin());
    told.add(Facts.fact("started", facts.moment(process.start())));
    if (process.died() == Timeline.OPEN) {
      told.add(
          Facts.fact("ended", WORDS.get(process.tellsRunning() ? "still-runs" : "end-untold")));
    } else {
      told.add(Facts.fact("ended", facts.moment(process.died())));
      ProcessTrack.Exit exit = process.exit();
      told.add(Facts.fact("how", exit == null ? WORDS.get("not-known") : exit.show()));
      told.add(Facts.fact("lived", Durations.show(process.died() - process.start())));
      if (process.wasZombie()) {
        told.add(Facts.fact("zombie", zombie()));
      }
    }
    process
        .turns()
        .forEach(
            turn ->
                told.add(
                    Facts.fact(
                        "turn", WORDS.get("turn.at", turn.show(), facts.moment(turn.time())))));
    told.add(Facts.fact("threads", Durations.count(process.lanes().size())));
    if (!process.interpreter().name().isEmpty()) {
      told.add(Facts.fact("interpreter", process.interpreter().show()));
    }
    told.add(
        Facts.fact(
            "traced",
            !process.tellsRunning()
                ? WORDS.get("traced.file")
                : process.traced()
                    ? WORDS.get("traced", process.runtime())
                    : WORDS.get("not-traced")));
    return new Subject(WORDS.get("subject.process", process.name()), told);
  }

  /** Until when it was one. */
  private String zombie() {
    return process.end() == Timeline.OPEN
        ? WORDS.get("zombie.still")
        : WORDS.get("zombie.until", facts.moment(process.end()));
  }

  /** How it was made, and who its parent is to the system where that is somebody else. */
  private List<Fact> origin() {
    List<Fact> told = new ArrayList<>();
    ProcessTrack.Origin origin = process.origin();
    if (!origin.method().isEmpty()) {
      told.add(Facts.fact("method", origin.method()));
    }
    List<ProcessTrack> all = facts.timeline().processes();
    long parent = process.parent() < 0 ? 0 : all.get(process.parent()).pid();
    if (process.parent() >= 0 && origin.systemParent() > 0 && origin.systemParent() != parent) {
      String known =
          all.stream()
              .filter(each -> each.host() == process.host())
              .filter(each -> each.pid() == origin.systemParent())
              .map(each -> facts.process(each.index()))
              .findFirst()
              .orElse(Long.toString(origin.systemParent()));
      told.add(Facts.fact("system-parent", known));
    }
    if (origin.daemon()) {
      told.add(Facts.fact("daemon", WORDS.get("daemon.yes")));
    }
    if (origin.service()) {
      told.add(Facts.fact("service", WORDS.get("service.yes")));
    }
    return told;
  }
}
