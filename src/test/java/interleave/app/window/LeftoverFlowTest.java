package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.Alone;
import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.file.Leftovers;
import interleave.file.Manifest;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a killed run left behind is offered in the window. */
@Alone
@ExtendWith(ApplicationExtension.class)
class LeftoverFlowTest {
  private static final String USUAL = System.getProperty("java.io.tmpdir");

  @TempDir Path home;

  private Window window;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) throws IOException {
    System.setProperty("java.io.tmpdir", home.toString());
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    Recording left = Recording.create(1 << 28);
    Recorder recorder = Recorder.open(left.folder(), TracedRuntime.JAVA);
    recorder.log().event(EventKind.SLEEP_BEGIN, 0, 0, 0, 0);
    Leftovers.describe(left, Manifest.titled("philosophers.py", Instant.EPOCH));
    left.release();
    window =
        new Window(
            stage,
            WindowSettings.in(home.resolve("window.properties")),
            new EngineRunSource(new KeptRecordings(home.resolve("kept"), _ -> {})));
    window.show();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.asyncFx(() -> window.stage().hide());
    WaitForAsyncUtils.waitForFxEvents();
    System.setProperty("java.io.tmpdir", USUAL);
  }

  @Test
  void itIsToldOnceListedOpenedAndDeleted() throws Exception {
    window.recover();
    waitFor("the offer", () -> sight.notices().contains("1 recording of a run that was cut short"));
    hand.click("#notices", "Recover…");
    waitFor("the list", () -> sight.texts("#leftovers").contains("philosophers.py"));
    hand.click("#leftovers", "Open");
    waitFor(
        "the recording",
        () -> window.session().frame(System.nanoTime()).phase() == Session.State.RECORDED);
    assertThat(window.stage().getTitle()).startsWith("philosophers.py");
    Platform.runLater(() -> window.execute(Command.RECOVER));
    waitFor("what is open is in use", () -> !sight.texts("#leftovers").isEmpty());
    assertThat(sight.texts("#leftovers")).doesNotContain("philosophers.py");
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    Patience.waitFor(
        () -> WaitForAsyncUtils.asyncFx(condition).get(Patience.SECONDS, TimeUnit.SECONDS));
  }
}
