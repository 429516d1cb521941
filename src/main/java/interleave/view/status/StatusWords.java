package interleave.view.status;

import interleave.timeline.Timeline;
import interleave.view.session.Durations;
import interleave.view.session.Frame;
import interleave.words.Words;

/** The words of the status line. */
final class StatusWords {
  private static final Words WORDS = Words.of("view/status");

  private StatusWords() {}

  /** {@code Live 3 processes · 5 threads · 61 events · }. */
  static String before(Frame frame) {
    if (!frame.hasRun()) {
      return switch (frame.phase()) {
        case STARTING -> WORDS.get("starting");
        default -> WORDS.get("nothing");
      };
    }
    Timeline timeline = frame.timeline();
    return WORDS.get("phase." + frame.phase())
        + " "
        + some("processes", timeline.processes().size())
        + " · "
        + some("threads", timeline.lanes().size())
        + " · "
        + some("events", timeline.counters().events())
        + " · ";
  }

  static String lost(long events) {
    return events > 0 ? some("lost", events) : WORDS.get("lost.none");
  }

  private static String some(String what, long n) {
    return WORDS.count(what, n, Durations.count(n));
  }
}
