package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.file.Progress;
import interleave.file.TornTimelineTest;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A file that takes its time is seen to be opened, and whoever does not want to wait ends that. */
@ExtendWith(ApplicationExtension.class)
class ErrandFlowTest {
  @TempDir Path home;

  private final Slow source = new Slow();
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();
  private Window window;
  private Path file;

  @Start
  void open(Stage stage) throws IOException {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    file = home.resolve("run.interleave");
    TornTimelineTest.save(home, file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 4));
    window = new Window(stage, WindowSettings.in(home.resolve("window.properties")), source);
    window.show();
  }

  @AfterEach
  void close() {
    source.ready = true;
    WaitForAsyncUtils.asyncFx(() -> window.stage().hide());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void itIsSeenAndEndedByButtonOrKeyAndWhatIsWrongWithTheFileIsSaid() throws Exception {
    String title = window.stage().getTitle();
    begin();
    waitFor("the card", () -> sight.find("#errand", "Opening run.interleave").isPresent());
    waitFor("how far it is", () -> sight.find("#errand", "42 %").isPresent());
    hand.click("#errand", "Cancel");
    waitFor("its end", () -> sight.find("#errand", "Opening run.interleave").isEmpty());
    begin();
    waitFor("the card again", () -> sight.find("#errand", "Opening run.interleave").isPresent());
    WaitForAsyncUtils.asyncFx(() -> window.stage().getScene().lookup("#gallery").requestFocus())
        .get();
    hand.stroke(KeyCode.ESCAPE);
    waitFor("its end again", () -> sight.find("#errand", "Opening run.interleave").isEmpty());
    assertThat(window.stage().getTitle()).isEqualTo(title);
    assertThat(sight.notices()).doesNotContain("could not be opened");
    source.ready = true;
    begin();
    waitFor(
        "the recording",
        () -> window.session().frame(System.nanoTime()).phase() == Session.State.RECORDED);
    waitFor("what is wrong", () -> sight.notices().contains("Some of this recording is missing"));
    assertThat(sight.notices()).contains("The file ends too early");
  }

  private void begin() {
    Platform.runLater(() -> window.run(new RunOrigin.Saved(file)));
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }

  /** Opens files that are not ready before somebody says so. */
  private final class Slow implements RunSource {
    private volatile boolean ready;

    @Override
    public RecordedRun run(Program program) throws IOException {
      throw new IOException("Nothing is run here.");
    }

    @Override
    public RecordedRun open(Path from, Progress progress) throws IOException {
      while (!ready) {
        if (!progress.at(42, 100)) {
          throw new CancellationException();
        }
        LockSupport.parkNanos(1_000_000);
      }
      return new EngineRunSource(new KeptRecordings(home.resolve("kept"), _ -> {}))
          .open(from, progress);
    }
  }
}
