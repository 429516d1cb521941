package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.view.Hand;
import interleave.view.Sight;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A program of the user's own is run, saved and opened again. */
@ExtendWith(ApplicationExtension.class)
class OwnSourceFlowTest {
  private static final int PATIENCE_S = 60;
  private static final String PROGRAM =
      """
      import threading
      lock = threading.Lock()
      def work():
          with lock:
              print("as it ran")
      threads = [threading.Thread(target=work) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      """;

  @TempDir Path home;

  private Window window;
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    WindowSettings settings = WindowSettings.in(home.resolve("window.properties"));
    stage.setX(0);
    stage.setY(0);
    Theme.LIGHT.install();
    window =
        new Window(
            stage,
            settings,
            new EngineRunSource(new KeptRecordings(home.resolve("kept"), _ -> {})));
    window.show();
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  @Test
  void aRecordingThatIsOpenedAgainHasItsSourceAndSaysThatTheFileHasChangedSince(FxRobot robot)
      throws Exception {
    Path script = Files.writeString(home.resolve("told.py"), PROGRAM);
    Path saved = home.resolve("told.interleave");
    Fx.run(() -> window.run(Program.Own.of(script)));
    await("its end", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    Fx.run(() -> window.session().save(saved, _ -> {}));
    waitFor("the file", () -> Files.exists(saved));
    Files.writeString(script, "print('as it is now')\n");
    Fx.run(() -> window.run(new RunOrigin.Saved(saved)));
    await("the recording", f -> f.shown().filter(RunOrigin.Saved.class::isInstance).isPresent());
    sight.await("#pages", "told.py");
    sight.await("#pages", "As it was when it was recorded; the file has changed since.");
    waitFor("its text", () -> source(robot).contains("as it ran"));
    hand.click("#gallery", "Lock and lost updates");
    waitFor(
        "no note", () -> robot.lookup("#source-changed").tryQuery().filter(Sight::shown).isEmpty());
    assertThat(sight.texts("#pages")).doesNotContain("told.py");
  }

  private static String source(FxRobot robot) throws Exception {
    return Fx.get(
        () ->
            robot.lookup(".source").<ListView<?>>queryAll().stream()
                .filter(Sight::shown)
                .map(each -> each.getItems().toString())
                .collect(Collectors.joining()));
  }

  private void await(String what, Predicate<Frame> wanted) throws Exception {
    waitFor(what, () -> wanted.test(Fx.get(() -> window.session().frame(System.nanoTime()))));
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("waited too long for " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
