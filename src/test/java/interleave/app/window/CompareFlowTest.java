package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.RunOrigin;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Difference;
import interleave.timeline.layout.Viewport;
import interleave.timeline.range.TimeRange;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import interleave.view.theme.Theme;
import interleave.view.timeline.TimelineView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two runs are looked at one above the other, as a person asks for it. */
@ExtendWith(ApplicationExtension.class)
class CompareFlowTest {
  private static final long MS = 1_000_000;

  @TempDir Path home;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();
  private Window window;
  private Path one;
  private Path two;

  @Start
  void open(Stage stage) throws IOException {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    one = trace("one.json", 0, 50_000);
    two = trace("two.json", 10_000, 80_000);
    window =
        new Window(
            stage,
            WindowSettings.in(home.resolve("window.properties")),
            new EngineRunSource(new KeptRecordings(home.resolve("k"), _ -> {})));
    window.show();
  }

  /** A thread that works, and one that begins so late. */
  private Path trace(String name, long late, long took) throws IOException {
    return trace(name, "first", late, took);
  }

  private Path trace(String name, String thread, long late, long took) throws IOException {
    return Files.writeString(
        home.resolve(name),
        """
        [{"ph":"M","pid":3,"tid":4,"name":"thread_name","args":{"name":"%s"}},
         {"ph":"M","pid":3,"tid":5,"name":"thread_name","args":{"name":"second"}},
         {"ph":"X","pid":3,"tid":4,"name":"work","ts":0,"dur":%d},
         {"ph":"X","pid":3,"tid":5,"name":"help","ts":%d,"dur":20000}]
        """
            .formatted(thread, took, 5_000 + late));
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  @Test
  void aRunStandsBelowTheOneBeforeItWithOnePlayheadAndOneZoom(FxRobot robot) throws Exception {
    Fx.run(() -> window.run(new RunOrigin.Saved(one)));
    waitFor("the first", () -> shown().equals("one.json"));
    assertThat(Fx.get(() -> window.session().earlier())).isEmpty();
    Fx.run(() -> window.run(new RunOrigin.Saved(two)));
    waitFor("the second", () -> shown().equals("two.json"));
    sight.await("#inspector", "Compare with the run before");
    hand.stroke(KeyCode.CONTROL, KeyCode.D);
    waitFor("its differences", () -> rows(robot).size() > 1);
    assertThat(rows(robot)).extracting(Difference::showChange).contains("+60 %");
    assertThat(sight.texts("#compare")).anyMatch(it -> it.startsWith("A  one.json"));
    assertThat(sight.texts("#compare")).anyMatch(it -> it.startsWith("B  two.json"));

    TimelineView first = view(robot, "#compare-first");
    TimelineView second = view(robot, "#compare-second");
    Fx.run(() -> window.session().seek(frame().timeline().start() + 30 * MS));
    Fx.frames(3);
    assertThat(Fx.get(() -> first.playheadProperty().get() - start(first))).isEqualTo(30 * MS);
    Fx.run(() -> first.jumpTo(Viewport.of(start(first) + 10 * MS, start(first) + 20 * MS)));
    assertThat(Fx.get(second::getViewport).start())
        .isEqualTo(Fx.get(() -> start(second) + 10 * MS));
    hand.stroke(KeyCode.DIGIT0);
    waitFor(
        "all of both", () -> Fx.get(() -> second.getViewport().end() >= frame().timeline().now()));

    hand.click("#compare-at");
    hand.writeAnew("#compare-event", "help");
    hand.stroke(KeyCode.ENTER);
    waitFor(
        "the other alignment",
        () -> Fx.get(() -> first.playheadProperty().get() - start(first) == 20 * MS));
    hand.writeAnew("#compare-event", "nobody");
    hand.stroke(KeyCode.ENTER);
    sight.await("#compare-bar", "Not in both runs.");

    hand.click("#compare-leave");
    waitFor("one run", () -> robot.lookup("#compare").tryQuery().isEmpty());
    Fx.run(() -> window.execute(Command.COMPARE));
    waitFor("both again", () -> rows(robot).size() > 1);
    Fx.run(() -> window.execute(Command.COMPARE));
    waitFor("one again", () -> robot.lookup("#compare").tryQuery().isEmpty());
  }

  @Test
  void twoThatAreDroppedAreComparedAndARowLeadsToBoth(FxRobot robot) throws Exception {
    Fx.run(() -> window.drops().dropped(List.of(one, two)));
    sight.await("#merge", "Compare");
    hand.click("#merge-compare");
    waitFor("its differences", () -> rows(robot).size() > 1);
    assertThat(sight.texts("#compare")).anyMatch(it -> it.startsWith("A  one.json"));
    Difference longer =
        rows(robot).stream()
            .filter(each -> each.name().equals("second") && each.inB() != null)
            .findFirst()
            .orElseThrow();
    Fx.run(() -> table(robot).getSelectionModel().select(longer));
    Fx.frames(3);
    assertThat(Fx.get(() -> frame().selection()).orElseThrow()).isEqualTo(longer.inB());
    assertThat(Fx.get(() -> view(robot, "#compare-first").getSelection())).isEqualTo(longer.inA());
  }

  @Test
  void axesBeginTogetherAndWhatIsMarkedOrAskedAboutIsSoInBoth(FxRobot robot) throws Exception {
    Path wide = trace("wide.json", "a thread whose name takes more room", 0, 50_000);
    Fx.run(() -> window.drops().dropped(List.of(wide, two)));
    sight.await("#merge", "Compare");
    hand.click("#merge-compare");
    waitFor("its differences", () -> rows(robot).size() > 1);
    TimelineView first = view(robot, "#compare-first");
    TimelineView second = view(robot, "#compare-second");
    waitFor(
        "axes that begin together",
        () ->
            Fx.get(
                () ->
                    first.getGutter() > 0
                        && first.getGutter() == second.getGutter()
                        && first.xOf(start(first)) == second.xOf(start(second))));

    hand.menu(second, second.getWidth() / 2, second.getHeight() - 4);
    hand.click(".context-menu", "Mark this moment in both");
    waitFor("a mark", () -> Fx.get(() -> first.bookmarks().size() == 1));
    assertThat(Fx.get(() -> first.bookmarks().getFirst().time() - start(first)))
        .isEqualTo(Fx.get(() -> second.bookmarks().getFirst().time() - start(second)));

    Fx.run(() -> window.session().range(Optional.of(range(second, 15, 35))));
    waitFor("a range in both", () -> range(first, 15, 35).equals(first.rangeProperty().get()));
    assertThat(Fx.get(() -> second.rangeProperty().get())).isEqualTo(range(second, 15, 35));
  }

  private static TimeRange range(TimelineView view, long from, long to) {
    return TimeRange.between(start(view) + from * MS, start(view) + to * MS);
  }

  private static long start(TimelineView view) {
    Timeline shown = view.getTimeline();
    return shown == null ? 0 : shown.start();
  }

  private static TimelineView view(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(TimelineView.class);
  }

  private static TableView<Difference> table(FxRobot robot) {
    return robot.lookup("#compare-table").queryTableView();
  }

  private static List<Difference> rows(FxRobot robot) throws Exception {
    return robot.lookup("#compare-table").tryQuery().isEmpty()
        ? List.of()
        : Fx.get(() -> List.copyOf(table(robot).getItems()));
  }

  private Frame frame() {
    return window.session().frame(System.nanoTime());
  }

  private String shown() throws Exception {
    return Fx.get(() -> frame().shown().map(RunOrigin::title).orElse(""));
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
