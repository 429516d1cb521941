package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.timeline.sketch.Sketches;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.timeline.TimelineView;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Who has the room, and how that is changed by hand. */
@ExtendWith(ApplicationExtension.class)
class PanesFlowTest {
  @TempDir Path home;

  private final Hand hand = new Hand();
  private WindowSettings settings;
  private Window window;

  @Start
  void open(Stage stage) {
    settings = WindowSettings.in(home.resolve("window.properties"));
    window = new SketchedRuns(Sketches.race()).show(stage, settings);
    window.run(Program.Lesson.of(Catalogue.scenario("lock-and-lost-updates")));
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.asyncFx(() -> window.stage().hide());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void allRowsOfARaceAreInSightAndTheOthersKeepSomeRoom(FxRobot robot) throws Exception {
    waitFor("all rows", () -> timeline().getHeight() >= timeline().getNeededHeight() - 1);
    assertThat(timeline().getNeededHeight()).isGreaterThan(300);
    assertThat(height(robot, "#pages")).isGreaterThan(120);
    assertThat(height(robot, ".stage-view")).isGreaterThan(75);
  }

  @Test
  void dividersTakeNothingOfTheHeightThatAPaneIsToHave(FxRobot robot) throws Exception {
    Fx.run(() -> window.workbench().layout().keepStage(200));
    waitFor("the stage", () -> height(robot, ".stage-view") >= 194);
    Fx.frames(3);
    assertThat(height(robot, ".stage-view")).isBetween(199.0, 201.0);
  }

  @Test
  void inANarrowWindowNoNameOfAPageLiesBelowTheButtonsBesideThem(FxRobot robot) throws Exception {
    Fx.run(
        () -> {
          window.stage().setWidth(1000);
          window.stage().setHeight(640);
        });
    waitFor("it narrow", () -> window.workbench().root().getWidth() == 1000);
    waitFor("no stage", () -> Sight.shown(robot.lookup("#pages-stage").query()));
    Fx.frames(3);
    double last =
        robot.lookup("#pages .tab").<Node>queryAll().stream()
            .mapToDouble(tab -> tab.localToScene(tab.getLayoutBounds()).getMaxX())
            .max()
            .orElseThrow();
    Node first = robot.lookup("#pages-stage").query();
    assertThat(last).isBetween(800.0, first.localToScene(first.getLayoutBounds()).getMinX());
  }

  @Test
  void inALowWindowWhatIsToBeDoneFirstIsSaidInFull(FxRobot robot) throws Exception {
    Fx.run(
        () -> {
          window.workbench().gallery().select("bounded-buffer");
          window.stage().setWidth(1000);
          window.stage().setHeight(640);
        });
    waitFor("it low", () -> window.workbench().root().getWidth() == 1000);
    Fx.frames(4);
    Label said = robot.lookup(".empty > .small").query();
    assertThat(said.isVisible()).isTrue();
    assertThat(said.getHeight()).isGreaterThanOrEqualTo(said.prefHeight(said.getWidth()));
  }

  @Test
  void aKeyGivesTheTimelineAllTheRoomAndThatIsRemembered(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    hand.stroke(KeyCode.F11);
    waitFor("all the width", () -> timeline().getWidth() > 1400);
    assertThat(robot.lookup("#pages").tryQuery()).isEmpty();
    assertThat(new PaneMemory(settings).maximised()).contains(Pane.TIMELINE);
    hand.click("#timeline-maximise");
    waitFor("the gallery", () -> Sight.shown(robot.lookup("#gallery").query()));
    assertThat(new PaneMemory(settings).maximised()).isEmpty();
  }

  @Test
  void stageAndPagesAreFoldedByTheirButtonsAndOpenWhenAskedFor(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    hand.click("#stage-fold");
    waitFor("no stage", () -> robot.lookup(".stage-view").tryQuery().isEmpty());
    hand.click("#pages-fold");
    waitFor("their names alone", () -> height(robot, "#pages") < 40);
    hand.stroke(KeyCode.CONTROL, KeyCode.DIGIT3);
    waitFor("the console", () -> height(robot, "#pages") > 100);
    hand.click("#pages-stage");
    waitFor("the stage", () -> Sight.shown(robot.lookup(".stage-view").query()));
  }

  @Test
  void aDraggedDividerStaysUntilPanesArePutBack(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    double before = height(robot, "#pages");
    hand.drag(divider(robot, 1), 0, -40);
    waitFor("higher pages", () -> Math.abs(height(robot, "#pages") - before - 40) < 8);
    assertThat(new PaneMemory(settings).heights().pages().orElse(0)).isGreaterThan(before + 30);
    hand.stroke(KeyCode.CONTROL, KeyCode.B);
    waitFor("still higher", () -> Math.abs(height(robot, "#pages") - before - 40) < 8);
    hand.stroke(KeyCode.CONTROL, KeyCode.K);
    hand.write("#palette-field", "panes back");
    hand.stroke(KeyCode.ENTER);
    waitFor("as before", () -> Math.abs(height(robot, "#pages") - before) < 2);
    assertThat(Sight.shown(robot.lookup("#gallery").query())).isTrue();
  }

  @Test
  void whatIsFoldedAndMaximisedIsSoAfterARestart(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    hand.stroke(KeyCode.CONTROL, KeyCode.B);
    hand.click("#stage-fold");
    waitFor("no stage", () -> robot.lookup(".stage-view").tryQuery().isEmpty());
    restart();
    assertThat(robot.lookup("#gallery").tryQuery()).isEmpty();
    assertThat(robot.lookup(".stage-view").tryQuery()).isEmpty();
    assertThat(Sight.shown(robot.lookup("#pages").query())).isTrue();
    hand.stroke(KeyCode.F11);
    waitFor("the timeline alone", () -> robot.lookup("#pages").tryQuery().isEmpty());
    restart();
    assertThat(robot.lookup("#pages").tryQuery()).isEmpty();
    hand.stroke(KeyCode.F11);
    waitFor("pages", () -> robot.lookup("#pages").tryQuery().isPresent());
    assertThat(robot.lookup("#gallery").tryQuery()).isEmpty();
  }

  private void restart() throws Exception {
    close();
    Fx.run(
        () -> {
          settings = WindowSettings.in(home.resolve("window.properties"));
          window = new SketchedRuns(Sketches.race()).show(new Stage(), settings);
          window.run(Program.Lesson.of(Catalogue.scenario("lock-and-lost-updates")));
        });
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
  }

  @Test
  void whoLooksForAScenarioSeesTheGallery(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    hand.stroke(KeyCode.CONTROL, KeyCode.B);
    waitFor("no gallery", () -> robot.lookup("#gallery").tryQuery().isEmpty());
    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    waitFor("the gallery", () -> robot.lookup("#gallery").tryQuery().isPresent());
    Node search = robot.lookup("#gallery-search").query();
    waitFor("its search", search::isFocused);
  }

  private static Node divider(FxRobot robot, int index) {
    SplitPane rows = robot.lookup("#rows").query();
    return rows.lookupAll(".split-pane-divider").stream()
        .filter(it -> it.getParent() == rows)
        .skip(index)
        .findFirst()
        .orElseThrow();
  }

  private TimelineView timeline() {
    return window.workbench().timelines().timeline();
  }

  private static double height(FxRobot robot, String query) {
    return robot.lookup(query).<Region>query().getHeight();
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(
          () -> WaitForAsyncUtils.asyncFx(condition).get(Patience.SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain for " + what, e);
    }
  }
}
