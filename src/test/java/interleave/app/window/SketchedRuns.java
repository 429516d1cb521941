package interleave.app.window;

import interleave.file.Progress;
import interleave.program.Program;
import interleave.timeline.Timeline;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import java.io.IOException;
import java.nio.file.Path;

/** Whatever is run, it was this. */
record SketchedRuns(Timeline timeline) implements RunSource, RecordedRun {
  @Override
  public RecordedRun run(Program program) {
    return this;
  }

  @Override
  public RecordedRun open(Path file, Progress progress) throws IOException {
    throw new IOException("No file is opened here.");
  }

  @Override
  public boolean running() {
    return false;
  }

  @Override
  public String ending() {
    return "exit 0";
  }

  @Override
  public void stop() {}

  @Override
  public void input(String line) {}

  @Override
  public void endInput() {}

  @Override
  public void save(Path file, Progress progress) {}

  @Override
  public void close() {}
}
