package interleave.view.inspector;

import interleave.timeline.HostTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.HostText;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.List;

/** The facts about a machine. */
final class HostSubject {
  private static final Words WORDS = Words.of("view/inspector");

  private HostSubject() {}

  static Subject of(Facts facts, HostTrack host) {
    return new Subject(
        WORDS.get("subject.host", HostText.name(facts.timeline(), host)),
        List.of(
            Facts.fact("processes", Durations.count(host.processes().size())),
            clock(facts.timeline(), host)));
  }

  /** On which machine a process ran, and how far its times may be off. */
  static List<Fact> ofProcess(Timeline timeline, ProcessTrack process) {
    HostTrack host = timeline.hosts().get(process.host());
    return List.of(Facts.fact("host", HostText.name(timeline, host)), clock(timeline, host));
  }

  private static Fact clock(Timeline timeline, HostTrack host) {
    long off = HostText.uncertainty(timeline, host);
    if (HostText.isOneAxis(timeline)) {
      return Facts.fact("clock", WORDS.get("clock.one-axis"));
    }
    return Facts.fact(
        "clock",
        host.index() == 0
            ? WORDS.get("clock.counts")
            : WORDS.get("clock.off", Durations.show(off)));
  }
}
