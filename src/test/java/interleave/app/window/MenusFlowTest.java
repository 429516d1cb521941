package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.timeline.ThingRef;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.timeline.TimelineView;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What can be done to things by menus, and what can be copied. */
@ExtendWith(ApplicationExtension.class)
class MenusFlowTest {
  @TempDir Path home;

  private final Hand hand = new Hand();
  private WindowSettings settings;
  private Window window;

  @Start
  void open(Stage stage) {
    settings = WindowSettings.in(home.resolve("window.properties"));
    window = new SketchedRuns(Sketches.queue()).show(stage, settings);
    window.run(Program.Lesson.of(Catalogue.scenario("queue-between-processes")));
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.asyncFx(() -> window.stage().hide());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aThingInTheTimelineIsZoomedToFromItsMenu(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    double before = timeline().getViewport().length();
    hand.menu(timeline(), timeline().getWidth() * 0.6, rowOf("lane 1"));
    waitFor("what it is about", () -> timeline().getSelection() instanceof ThingRef.Span);
    hand.click(".context-menu", "Zoom to it");
    waitFor("a nearer look", () -> timeline().getViewport().length() < before / 2);
    assertThat(Sight.shown(robot.lookup("#gallery").query())).isTrue();
  }

  private double rowOf(String key) throws Exception {
    return Fx.get(
        () -> {
          Rows rows = TrackKinds.STANDARD.rows(Sketches.queue(), timeline().foldsProperty().get());
          Row row =
              rows.all().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
          return PictureAreas.of(9, 9).bodyTop() + row.middle();
        });
  }

  @Test
  void whereNothingIsTheMenuHasWhatIsForAll() throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    hand.menu(timeline(), timeline().getWidth() / 2, timeline().getHeight() - 4);
    hand.click(".context-menu", "Show or hide the legend");
    waitFor("no legend", () -> timeline().foldsProperty().get().hidesLegend());
  }

  @Test
  void ctrlCTakesTheRowsOfTheConsoleAndWhatTheInspectorSays(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    hand.stroke(KeyCode.CONTROL, KeyCode.DIGIT3);
    hand.click("#console", "Put A");
    hand.stroke(KeyCode.SHIFT, KeyCode.DOWN);
    hand.stroke(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard().lines()).containsExactly("Put A", "Get A");
    Label subject = robot.lookup("#subject").query();
    hand.click("#inspector", subject.getText());
    hand.stroke(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard().lines().findFirst()).contains(subject.getText());
    assertThat(clipboard()).contains("\t");
  }

  @Test
  void linesOfTheSourceAreCopied(FxRobot robot) throws Exception {
    waitFor("the run", () -> timeline().getNeededHeight() > 0);
    ListView<?> source = robot.lookup(".source").lookup(Sight::shown).query();
    Fx.run(
        () -> {
          source.requestFocus();
          source.getSelectionModel().clearAndSelect(0);
        });
    hand.stroke(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard()).isEqualTo("package interleave.scenario.program;");
  }

  private static String clipboard() throws Exception {
    return Fx.get(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }

  private TimelineView timeline() {
    return window.workbench().timelines().timeline();
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
