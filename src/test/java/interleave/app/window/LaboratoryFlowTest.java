package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Clock;
import interleave.explore.Ending;
import interleave.explore.EndingKind;
import interleave.explore.Schedule;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.timeline.Timeline;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Real programs run as somebody chooses, and in all orders. */
@ExtendWith(ApplicationExtension.class)
class LaboratoryFlowTest {
  @TempDir Path home;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();
  private Window window;

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    window =
        new Window(
            stage,
            WindowSettings.in(home.resolve("window.properties")),
            new EngineRunSource(new KeptRecordings(home.resolve("k"), _ -> {})));
    window.show();
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  private void choose(String id, Map<String, String> values) throws Exception {
    Program.Lesson lesson = new Program.Lesson(Catalogue.find(id).orElseThrow(), values);
    Fx.run(
        () -> {
          window.workbench().gallery().select(id);
          window.session().choose(lesson);
          window.execute(Command.LABORATORY);
        });
  }

  @Test
  void anUpdateIsLostByHandAndAChoiceIsUndone(FxRobot robot) throws Exception {
    choose("lock-and-lost-updates", Map.of("threads", "2", "loops", "1"));
    await("the goal", () -> text(robot, "#laboratory-goal").contains("make it lose an update"));
    await("what is enough", () -> text(robot, "#laboratory-goal").contains("in at most 3 choices"));
    List<String> told = new ArrayList<>();
    while (!text(robot, "#laboratory-goal").contains("reached")) {
      String before = text(robot, "#laboratory-schedule");
      await("a choice", () -> isAsking(robot));
      // whoever would write waits until the other has read
      told.addAll(rows());
      int number = chooses(rows());
      hand.stroke(number == 1 ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
      await("the next", () -> !text(robot, "#laboratory-schedule").equals(before));
      await("what that brings", () -> isAsking(robot) || isOver(robot));
      long steps = Fx.get(() -> timeline().now() - timeline().start()) / Clock.STEP;
      assertThat(steps).as("no time goes by while somebody thinks").isBetween(1L, 30L);
    }
    assertThat(told).contains("Thread-1 writes balance = 5");
    String reached = text(robot, "#laboratory-schedule");
    assertThat(reached).startsWith("lock-and-lost-updates threads=2 loops=1: ");

    hand.stroke(KeyCode.BACK_SPACE);
    await("the choice before", () -> isAsking(robot) && !isReached(robot));
    assertThat(choices(text(robot, "#laboratory-schedule"))).isEqualTo(choices(reached) - 1);
    hand.click("#laboratory-go-on");
    await("its end", () -> isOver(robot));
    await("a recording", () -> Fx.get(() -> state() == Session.State.RECORDED));
    assertThat(Fx.get(() -> timeline().countsSteps())).isTrue();
  }

  @Test
  void allEndingsOfTheDeadlockAreFoundAndThatOneIsPlayedAgain(FxRobot robot) throws Exception {
    choose("deadlock", Map.of("meals", "1", "pause", "0"));
    await("a choice", () -> isAsking(robot));
    hand.click("#laboratory-endings");
    hand.click("#laboratory-find");
    await("its endings", () -> endings(robot).getItems().size() > 1);
    await(
        "all of them",
        () -> sight.texts("#laboratory-said").stream().anyMatch(it -> it.startsWith("All ")));
    assertThat(sight.texts("#laboratory-said"))
        .anyMatch(it -> it.startsWith("A deadlock is an ending of"))
        .anyMatch(it -> it.startsWith("All "));
    int deadlock =
        Fx.get(
            () ->
                endings(robot).getItems().stream()
                    .map(each -> each.shortest().ending().kind())
                    .toList()
                    .indexOf(Ending.Kind.DEADLOCK));
    Fx.run(() -> endings(robot).getSelectionModel().select(deadlock));
    Fx.run(() -> endings(robot).requestFocus());
    hand.stroke(KeyCode.ENTER);
    hand.click("#laboratory-by-hand");
    await("its end", () -> isOver(robot));
    assertThat(text(robot, "#laboratory-status")).contains("deadlock");
    await("the ring, and its stop", () -> Fx.get(() -> state() == Session.State.RECORDED));
    assertThat(Fx.get(() -> timeline().deadlocks())).hasSize(1);
    Fx.run(
        () -> {
          robot.lookup("#laboratory-schedule").queryAs(TextField.class).setText("deadlock: two");
          window.execute(Command.STOP);
        });
    hand.click("#laboratory-replay");
    await(
        "what is wrong with it",
        () ->
            sight.texts("#laboratory-hand").stream()
                .anyMatch(it -> it.startsWith("“deadlock: two” is no schedule")));
  }

  /** Whoever reads first; a thread that would write only where nobody would read. */
  private static int chooses(List<String> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).contains("writes")) {
        return i + 1;
      }
    }
    return 1;
  }

  private List<String> rows() throws Exception {
    return sight.texts("#laboratory-rows").stream()
        .filter(each -> each.length() > 1 && !each.contains(".java"))
        .toList();
  }

  private static int choices(String schedule) {
    return Schedule.of(schedule).orElseThrow().choices().size();
  }

  private static boolean isReached(FxRobot robot) throws Exception {
    return text(robot, "#laboratory-goal").contains("reached");
  }

  private static boolean isAsking(FxRobot robot) throws Exception {
    return text(robot, "#laboratory-status").contains("who goes on?");
  }

  private static boolean isOver(FxRobot robot) throws Exception {
    return text(robot, "#laboratory-status").startsWith("Ended")
        || text(robot, "#laboratory-status").startsWith("It has ended");
  }

  @SuppressWarnings("unchecked")
  private static ListView<EndingKind> endings(FxRobot robot) {
    return robot.lookup("#laboratory-endings-list").queryAs(ListView.class);
  }

  private static String text(FxRobot robot, String query) throws Exception {
    return Fx.get(
        () ->
            robot
                .lookup(query)
                .tryQuery()
                .map(
                    each ->
                        each instanceof TextField field
                            ? field.getText()
                            : ((Label) each).getText())
                .orElse(""));
  }

  private Timeline timeline() {
    return window.session().frame(System.nanoTime()).timeline();
  }

  private Session.State state() {
    return window.session().frame(System.nanoTime()).phase();
  }

  @Test
  void aLessonOfProcessesHasNoTurnsToChooseAndSaysSo(FxRobot robot) throws Exception {
    choose("child-process", Map.of());
    await(
        "why not",
        () ->
            robot
                .lookup((Node node) -> isSaid(node, "“Child process” is about processes"))
                .tryQuery()
                .isPresent());
    assertThat(Fx.get(this::state)).isNotEqualTo(Session.State.RUNNING);
    assertThat(robot.lookup("#laboratory-bar").tryQuery().filter(Sight::shown)).isEmpty();
  }

  private static boolean isSaid(Node node, String beginning) {
    return node instanceof Label label && label.getText().startsWith(beginning);
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
