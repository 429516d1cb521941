package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.RunOrigin;
import interleave.timeline.Timeline;
import interleave.timeline.layout.RowChoice;
import interleave.timeline.layout.Viewport;
import interleave.timeline.range.TimeRange;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import interleave.view.timeline.TimelineView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

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
    assertThat(sight.texts("#pages")).contains("No source belongs to this file.");
    Fx.run(() -> window.execute(Command.NOTES));
    new Hand().click("#notes-copy");
    String copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).contains("is not drawn");
    new Hand().stroke(KeyCode.ESCAPE);
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

  @Test
  void filesWhoseClocksBeginAtOnceAreTwoRunsToEveryPane() throws Exception {
    Path longer = home.resolve("longer.json");
    Files.writeString(
        longer,
        """
        [{"ph":"X","pid":3,"tid":4,"name":"first","ts":10,"dur":900000},
         {"ph":"X","pid":3,"tid":4,"name":"last","ts":900100,"dur":900000}]
        """);
    Fx.run(() -> window.run(new RunOrigin.Saved(file)));
    waitFor("the trace", () -> drawn().lanes().size() == 1);
    waitFor("what is not drawn", () -> sight.notices().contains("trace.json"));
    Timeline first = drawn();
    Fx.run(
        () -> {
          window.workbench().timelines().zoom(new TimeRange(first.start() + 9, first.now() - 9));
          window.workbench().timelines().refold(folds -> folds.with(RowChoice.ALL.filtered("T")));
          window.execute(Command.CRITICAL_PATH);
        });
    Fx.frames(3);
    Fx.run(() -> window.run(new RunOrigin.Saved(longer)));
    waitFor("the other", () -> drawn() != first && drawn().lanes().size() == 1);
    Fx.run(() -> window.execute(Command.CRITICAL_PATH));
    assertThat(drawn().start()).isEqualTo(first.start());
    assertThat(sight.notices()).as("what was said of the first").doesNotContain("trace.json");
    TimelineView view = window.workbench().timelines().timeline();
    Viewport port = Fx.get(view::getViewport);
    assertThat(port.first()).isLessThanOrEqualTo(drawn().start());
    assertThat(port.end()).isGreaterThanOrEqualTo(drawn().now());
    assertThat(Fx.get(() -> view.foldsProperty().get().rows().filter())).isEmpty();
    waitFor("its path", () -> Fx.get(() -> pathEnd() == drawnNow().now()));
  }

  private long pathEnd() {
    return window
        .session()
        .frame(System.nanoTime())
        .path()
        .map(path -> path.range().to())
        .orElse(0L);
  }

  private Timeline drawnNow() {
    return window.workbench().timelines().shown();
  }

  private Timeline drawn() throws Exception {
    return Fx.get(this::drawnNow);
  }

  private boolean isOpen() throws Exception {
    return Fx.get(
        () -> window.session().frame(System.nanoTime()).phase() == Session.State.RECORDED);
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
