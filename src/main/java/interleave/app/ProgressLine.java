package interleave.app;

import interleave.engine.Run;
import interleave.timeline.LiveTimeline;
import interleave.timeline.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line on how a run goes, where somebody looks. */
final class ProgressLine implements AutoCloseable {
  private final PassedOutput output;
  private final @Nullable LiveTimeline live;

  /**
   * @param wanted whether somebody looks; if not, nothing of the recording is read
   */
  ProgressLine(Run run, PassedOutput output, boolean wanted) {
    this.output = output;
    live = wanted ? LiveTimeline.follow(run.recording()) : null;
  }

  void show(long elapsed) {
    if (live != null) {
      output.progress(text(live.timeline(), elapsed));
    }
  }

  static String text(Timeline timeline, long elapsed) {
    Timeline.Counters counters = timeline.counters();
    String line =
        "%s · %s · %s · %,d events"
            .formatted(
                HeadlessRun.seconds(elapsed),
                count(timeline.processes().size(), "process", "processes"),
                count(timeline.lanes().size(), "thread", "threads"),
                counters.events());
    return counters.lost() == 0
        ? line
        : line + String.format(Locale.ROOT, " · %,d lost", counters.lost());
  }

  private static String count(int count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }

  @Override
  public void close() {
    if (live != null) {
      live.close();
    }
  }
}
