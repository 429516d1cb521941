package interleave.app.command.explore;

import interleave.app.command.PassedOutput;
import interleave.app.command.Terminal;
import interleave.explore.Progress;
import interleave.laboratory.Experiment;
import interleave.laboratory.Report;
import java.time.Duration;

/** One line on how it goes, where somebody looks. */
final class ExploreProgress implements Experiment.Listener, AutoCloseable {
  private final PassedOutput line;

  ExploreProgress(Terminal terminal) {
    line = new PassedOutput(terminal);
  }

  @Override
  public void at(Progress progress, Duration since) {
    line.progress(Report.progress(progress, since));
  }

  @Override
  public void close() {
    line.clear();
  }
}
