package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.HostTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.HostText;
import interleave.words.Words;

/** Sentences on machines, and on what their clocks leave open. */
final class Hosts {
  private static final Words SAYS = Words.of("timeline/hosts");

  private Hosts() {}

  static String sentence(HostTrack host, Timeline timeline) {
    String name = HostText.name(timeline, host);
    String on = HostText.processes(host);
    if (HostText.isOneAxis(timeline)) {
      return SAYS.get("say.merged", name, on);
    }
    if (host.index() == 0) {
      return SAYS.get("say.here", name, on);
    }
    long off = HostText.uncertainty(timeline, host);
    String here = HostText.name(timeline, timeline.hosts().getFirst());
    return SAYS.get("say.there", name, on, here, took(off));
  }

  /** What stands behind the sentence on a process: where it ran, unless that is here. */
  static String of(Timeline timeline, ProcessTrack process) {
    if (timeline.hosts().isEmpty() || process.host() == 0) {
      return "";
    }
    HostTrack host = timeline.hosts().get(process.host());
    if (HostText.isOneAxis(timeline)) {
      return " " + SAYS.get("say.process.merged", HostText.name(timeline, host));
    }
    return " "
        + SAYS.get(
            "say.process", HostText.name(timeline, host), took(host.uncertainty(process.start())));
  }

  /** The same for a thread. */
  static String of(Timeline timeline, int lane) {
    return of(timeline, timeline.processes().get(timeline.lanes().get(lane).process()));
  }

  /** What stands behind the sentence on a message between machines that took hardly any time. */
  static String of(Timeline timeline, QueueTrack.Message message) {
    boolean whole = message.put() != Timeline.OPEN && message.get() != Timeline.OPEN;
    if (!whole || message.fromLane() < 0 || message.toLane() < 0) {
      return "";
    }
    int from = timeline.lanes().get(message.fromLane()).process();
    int to = timeline.lanes().get(message.toLane()).process();
    long off = HostTrack.between(timeline, from, to, message.get());
    long under = message.get() - message.put();
    if (off == 0 || under > off) {
      return "";
    }
    return " " + SAYS.get(under < -off ? "say.contradict" : "say.unsure", took(off));
  }
}
