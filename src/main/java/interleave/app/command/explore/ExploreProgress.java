package interleave.app.command.explore;

import interleave.app.command.PassedOutput;
import interleave.app.command.Terminal;
import interleave.explore.Progress;
import interleave.laboratory.Experiment;
import interleave.words.Words;
import java.time.Duration;

/** One line on how it goes, where somebody looks. */
final class ExploreProgress implements Experiment.Listener, AutoCloseable {
  private static final Words WORDS = Words.of("app/explore");

  private final PassedOutput line;

  ExploreProgress(Terminal terminal) {
    line = new PassedOutput(terminal);
  }

  @Override
  public void at(Progress progress, Duration since) {
    long perSecond = Math.round(progress.runs() * 1e9 / Math.max(1, since.toNanos()));
    line.progress(
        WORDS.get(
            "progress",
            since.toSeconds(),
            ExploreReport.count(progress.runs()),
            progress.preemptions(),
            ExploreReport.count(progress.left()),
            perSecond));
  }

  @Override
  public void close() {
    line.clear();
  }
}
