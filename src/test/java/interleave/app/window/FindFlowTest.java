package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.timeline.ThingRef;
import interleave.timeline.layout.Row;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.timeline.TimelineView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
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

/** Finding in a run, as one does: a text, a kind, one after the other. */
@ExtendWith(ApplicationExtension.class)
class FindFlowTest {
  @TempDir Path home;

  private final Hand hand = new Hand();
  private Window window;

  @Start
  void open(Stage stage) {
    window =
        new SketchedRuns(Sketches.queue())
            .show(stage, WindowSettings.in(home.resolve("window.properties")));
    window.run(Program.Lesson.of(Catalogue.scenario("queue-between-processes")));
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.asyncFx(() -> window.stage().hide());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void messagesAreFoundByTheirTextAndGoneThroughOneAfterTheOther(FxRobot robot) throws Exception {
    waitFor("the run", () -> window.workbench().timelines().hasRun());
    hand.stroke(KeyCode.CONTROL, KeyCode.F);
    hand.write("#search-field", "A");
    waitFor("kinds", () -> robot.lookup("#search-kind-message").tryQuery().isPresent());
    hand.click("#search-kind-message");
    waitFor("only messages", () -> only(robot, "message"));
    hand.stroke(KeyCode.ENTER);
    waitFor("a message", () -> selected() instanceof ThingRef.Message);
    assertThat(robot.lookup("#search").tryQuery()).isEmpty();
    assertThat(where(robot)).startsWith("1 of ").contains("message A");
    hand.stroke(KeyCode.CONTROL, KeyCode.F);
    hand.writeAnew("#search-field", "e");
    waitFor("all kinds again", () -> robot.lookup("#search-kind-span").tryQuery().isPresent());
    hand.click("#search-kind-span");
    waitFor("only spans", () -> only(robot, "span"));
    hand.stroke(KeyCode.ENTER);
    waitFor("a span", () -> selected() instanceof ThingRef.Span);
    ThingRef first =
        WaitForAsyncUtils.asyncFx(this::selected).get(Patience.SECONDS, TimeUnit.SECONDS);
    hand.stroke(KeyCode.F3);
    waitFor("the next", () -> !first.equals(selected()));
    assertThat(where(robot)).startsWith("2 of ");
    hand.click("#found-previous");
    waitFor("the first again", () -> first.equals(selected()));
    hand.stroke(KeyCode.ESCAPE);
    waitFor("no bar", () -> robot.lookup("#found").tryQuery().isEmpty());
  }

  @Test
  void rowsAreFilteredPinnedAndSortedFromTheirMenu(FxRobot robot) throws Exception {
    waitFor("the run", () -> rows().contains("lane 0"));
    hand.click("#timeline-rows");
    hand.write("#rows-filter", "writer");
    waitFor("only the writer", () -> rows().equals(List.of("process 1", "lane 1")));
    hand.stroke(KeyCode.ESCAPE);
    hand.click("#timeline-rows");
    fx(robot, "#rows-all");
    hand.stroke(KeyCode.ESCAPE);
    waitFor("all rows", () -> rows().contains("lane 0"));
    WaitForAsyncUtils.asyncFx(() -> window.session().select(Optional.of(new ThingRef.Queue(0))));
    waitFor("the queue", () -> view().getSelection() instanceof ThingRef.Queue);
    hand.stroke(KeyCode.O);
    waitFor("writer and reader", () -> rows().contains("queue 0") && !rows().contains("lane 0"));
    hand.stroke(KeyCode.P);
    waitFor("the queue on top", () -> rows().getFirst().equals("queue 0"));
    hand.stroke(KeyCode.O);
    waitFor("all again", () -> rows().contains("lane 0"));
    assertThat(rows()).startsWith("queue 0", "process 0");
  }

  /** An item of a menu lies in a window of its own. */
  private static void fx(FxRobot robot, String item) throws Exception {
    waitFor(item, () -> robot.lookup(item).tryQuery().isPresent());
    WaitForAsyncUtils.asyncFx(
        () ->
            javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(each -> item.equals("#" + each.getId()))
                .forEach(MenuItem::fire));
  }

  private TimelineView view() {
    return window.workbench().timelines().timeline();
  }

  private List<String> rows() {
    return TrackKinds.STANDARD
        .rows(window.workbench().timelines().shown(), view().foldsProperty().get())
        .all()
        .stream()
        .map(Row::key)
        .toList();
  }

  private static boolean only(FxRobot robot, String kind) {
    ListView<?> hits = robot.lookup("#search-hits").query();
    return !hits.getItems().isEmpty()
        && hits.getItems().stream()
            .allMatch(
                hit ->
                    ((interleave.timeline.search.Found.Hit) hit)
                        .kind()
                        .key()
                        .equals("kind." + kind));
  }

  private static String where(FxRobot robot) {
    return robot.lookup("#found-where").<Label>query().getText();
  }

  private ThingRef selected() {
    return window.session().frame(System.nanoTime()).selection().orElse(null);
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
