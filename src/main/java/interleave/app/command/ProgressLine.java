package interleave.app.command;

import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.words.Words;
import org.jspecify.annotations.Nullable;

/** One line on how a run goes, where somebody looks. */
final class ProgressLine {
  private static final Words WORDS = Words.of("app");

  private final PassedOutput output;
  private final @Nullable LiveTimeline live;

  /**
   * @param live what to tell of; null where nobody looks
   */
  ProgressLine(PassedOutput output, @Nullable LiveTimeline live) {
    this.output = output;
    this.live = live;
  }

  void show(long elapsed) {
    if (live != null) {
      output.progress(text(live.timeline(), elapsed));
    }
  }

  static String text(Timeline timeline, long elapsed) {
    Timeline.Counters counters = timeline.counters();
    String line =
        WORDS.get(
            "progress",
            HeadlessRun.seconds(elapsed),
            WORDS.count("progress.processes", timeline.processes().size()),
            WORDS.count("progress.threads", timeline.lanes().size()),
            Durations.count(counters.events()));
    return counters.lost() == 0
        ? line
        : WORDS.get("progress.lost", line, Durations.count(counters.lost()));
  }
}
