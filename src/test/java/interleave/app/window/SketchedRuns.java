package interleave.app.window;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.Excerpts;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.timeline.Timeline;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Whatever is run, it was this.
 *
 * @param running whether it seems to go on
 */
record SketchedRuns(Timeline timeline, boolean running) implements RunSource, RecordedRun {
  /** One that is over. */
  SketchedRuns(Timeline timeline) {
    this(timeline, false);
  }

  /** A window of the usual size in which it is run. */
  Window show(Stage stage, WindowSettings settings) {
    Platform.setImplicitExit(false);
    settings.put("width", 1440);
    settings.put("height", 900);
    stage.setX(0);
    stage.setY(0);
    Theme.LIGHT.install();
    Window window = new Window(stage, settings, this);
    window.show();
    return window;
  }

  @Override
  public RecordedRun run(Program program) {
    return this;
  }

  @Override
  public RecordedRun open(Path file, Progress progress) throws IOException {
    throw new IOException("No file is opened here.");
  }

  @Override
  public String ending() {
    return running ? "" : "exit 0";
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
  public Optional<Excerpt> excerpt() {
    return Optional.of(Excerpts.of(timeline));
  }

  @Override
  public void close() {}
}
