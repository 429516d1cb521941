package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.RunOrigin;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A file of another tool is looked at as a recording is, though no program belongs to it. */
@ExtendWith(ApplicationExtension.class)
class ImportedFlowTest {
  @TempDir Path home;

  private final Sight sight = new Sight();
  private Window window;
  private WindowSettings settings;
  private Path file;

  @Start
  void open(Stage stage) throws IOException {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    file = home.resolve("trace.json");
    Files.writeString(
        file,
        """
        [{"ph":"M","pid":3,"tid":4,"name":"thread_name","args":{"name":"T"}},
         {"ph":"X","pid":3,"tid":4,"name":"outer","ts":10,"dur":50000},
         {"ph":"O","pid":3,"tid":4,"name":"thing","id":1,"ts":11}]
        """);
    settings = WindowSettings.in(home.resolve("window.properties"));
    window =
        new Window(
            stage, settings, new EngineRunSource(new KeptRecordings(home.resolve("k"), _ -> {})));
    window.show();
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  @Test
  void everyPaneLooksAtItAndItIsOpenedAgainWhereOthersAreRun() throws Exception {
    Fx.run(() -> window.run(new RunOrigin.Saved(file)));
    waitFor("the trace", this::isOpen);
    waitFor("what is not drawn", () -> sight.notices().contains("trace.json"));
    assertThat(settings.recent()).containsExactly(file);
    for (Command command :
        List.of(
            Command.SOURCE,
            Command.OTHER_SOURCE,
            Command.CONSOLE,
            Command.EVENTS,
            Command.STATISTICS,
            Command.CRITICAL_PATH,
            Command.IN_PYTHON,
            Command.EXPORT)) {
      Fx.run(() -> window.execute(command));
      Fx.frames(3);
    }
    int before = Fx.get(() -> window.session().frame(System.nanoTime()).take());
    Fx.run(() -> window.run(new RunOrigin.Saved(file)));
    Fx.run(() -> window.execute(Command.RUN));
    waitFor(
        "the trace again",
        () -> Fx.get(() -> window.session().frame(System.nanoTime()).take() > before));
    assertThat(sight.notices()).doesNotContain("failed", "could not be");
  }

  private boolean isOpen() throws Exception {
    return Fx.get(
        () -> window.session().frame(System.nanoTime()).phase() == Session.State.RECORDED);
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
