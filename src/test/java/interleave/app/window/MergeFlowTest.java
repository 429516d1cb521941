package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.opening.MergedTogether;
import interleave.program.RunOrigin;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Recordings become one from the window, and nothing that there was is lost by it. */
@ExtendWith(ApplicationExtension.class)
class MergeFlowTest {
  @TempDir Path home;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();
  private Window window;
  private WindowSettings settings;
  private Path one;
  private Path two;

  @Start
  void open(Stage stage) throws IOException {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    one = trace("one.json", "reading");
    two = trace("two.json", "writing");
    settings = WindowSettings.in(home.resolve("window.properties"));
    window =
        new Window(
            stage, settings, new EngineRunSource(new KeptRecordings(home.resolve("k"), _ -> {})));
    window.show();
  }

  private Path trace(String name, String what) throws IOException {
    return Files.writeString(
        home.resolve(name),
        "[{\"ph\":\"X\",\"pid\":3,\"tid\":4,\"name\":\"" + what + "\",\"ts\":10,\"dur\":50000}]");
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  @Test
  void severalThatAreDroppedAreOfferedToBecomeOneOrTheFirstIsOpened(FxRobot robot)
      throws Exception {
    Fx.run(() -> window.drops().dropped(List.of(one, two)));
    sight.await("#merge", "Merge 2 recordings into one");
    sight.await("#merge", "one.json");
    assertThat(robot.lookup("#merge-begin").queryButton().isDefaultButton()).isTrue();
    hand.click("#merge", "Open the first only");
    waitFor("the first", () -> shown().equals("one.json"));
    assertThat(robot.lookup("#merge").tryQuery()).isEmpty();

    Path strange = Files.writeString(home.resolve("strange.txt"), "no recording");
    Fx.run(() -> window.drops().dropped(List.of(two, strange)));
    waitFor("what is wrong", () -> sight.notices().contains("strange.txt"));
    assertThat(shown()).isEqualTo("one.json");
  }

  @Test
  void whatIsInSightBecomesOneWithAnotherAndThatIsOpened() throws Exception {
    Fx.run(() -> window.run(new RunOrigin.Saved(one)));
    waitFor("the first", () -> shown().equals("one.json"));
    Path to = home.resolve("both.interleave");
    merge(to, two);
    waitFor("both", () -> shown().equals("both.interleave"));
    assertThat(frame().timeline().hosts()).extracting(each -> each.name()).contains("one", "two");
    assertThat(sight.notices()).contains("The recordings were merged.", "begin at 0");
    assertThat(settings.recent().getFirst()).isEqualTo(to);
    assertThat(Files.readString(one)).contains("reading");
  }

  @Test
  void whereThatFailsWhatThereIsStays() throws Exception {
    Fx.run(() -> window.run(new RunOrigin.Saved(one)));
    waitFor("the first", () -> shown().equals("one.json"));
    byte[] before = Files.readAllBytes(two);
    merge(two, two);
    waitFor("why", () -> sight.notices().contains("The recordings could not be merged."));
    assertThat(sight.notices()).contains("two.json is one of those that are merged");
    assertThat(two).hasBinaryContent(before);
    assertThat(shown()).isEqualTo("one.json");
  }

  private void merge(Path to, Path other) throws Exception {
    Fx.frames(3);
    Fx.run(
        () -> {
          Workbench bench = window.workbench();
          MergedTogether both = new MergedTogether(bench.inSight(), List.of(other));
          assertThat(both.names()).hasSize(2);
          bench.merge(both, Optional.empty(), to, window::run);
        });
  }

  private Frame frame() throws Exception {
    return Fx.get(() -> window.session().frame(System.nanoTime()));
  }

  private String shown() throws Exception {
    Frame frame = frame();
    boolean there = frame.hasRun() && frame.phase() == Session.State.RECORDED;
    return there ? frame.shown().map(RunOrigin::title).orElse("") : "";
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
