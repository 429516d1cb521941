package interleave.view.status;

import interleave.timeline.Timeline;
import interleave.view.session.Durations;
import interleave.view.session.Frame;

/** The words of the status line. */
final class StatusWords {
  private StatusWords() {}

  /** {@code Live 3 processes · 5 threads · 61 events · }. */
  static String before(Frame frame) {
    if (!frame.hasRun()) {
      return switch (frame.phase()) {
        case STARTING -> "Starting…";
        default -> "Nothing recorded yet";
      };
    }
    Timeline timeline = frame.timeline();
    String state =
        switch (frame.phase()) {
          case STARTING -> "Starting";
          case RUNNING -> "Live";
          case STOPPING -> "Stopping";
          case IDLE, RECORDED -> "Recorded";
        };
    return state
        + " "
        + some(timeline.processes().size(), "process", "processes")
        + " · "
        + some(timeline.lanes().size(), "thread", "threads")
        + " · "
        + some(timeline.counters().events(), "event", "events")
        + " · ";
  }

  static String lost(long events) {
    return events > 0 ? some(events, "event", "events") + " lost" : "0 lost";
  }

  private static String some(long n, String one, String many) {
    return Durations.count(n) + " " + (n == 1 ? one : many);
  }
}
