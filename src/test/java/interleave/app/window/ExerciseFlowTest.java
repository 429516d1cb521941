package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exercise.Attempt;
import interleave.exercise.Notebook;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import interleave.words.Language;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
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

/** A learner does the task of a lesson. */
@ExtendWith(ApplicationExtension.class)
class ExerciseFlowTest {
  private static final Scenario LESSON = Catalogue.find("deadlock").orElseThrow();

  @TempDir Path home;

  private Window window;
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    stage.setX(0);
    stage.setY(0);
    Theme.LIGHT.install();
    window =
        new Window(
            stage,
            WindowSettings.in(home.resolve("window.properties")),
            new EngineRunSource(new KeptRecordings(home.resolve("kept"), _ -> {})));
    window.show();
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(
        () -> {
          Language.use(Language.ENGLISH);
          window.stage().hide();
        });
  }

  @Test
  void theOrderThatBreaksItIsToldAndReplayedUntilTheSolutionHolds(FxRobot robot) throws Exception {
    Fx.run(
        () ->
            window
                .session()
                .choose(new Program.Lesson(LESSON, java.util.Map.of(), ProgramLanguage.PYTHON)));
    waitFor(
        "the lesson",
        () -> frame().lesson().filter(it -> it.scenario().equals(LESSON)).isPresent());
    Fx.run(() -> window.execute(Command.EXERCISE));
    sight.await("#pages", LESSON.exercise().orElseThrow().task());
    hand.click("#exercise-hint");
    sight.await("#pages", "Hint 1: " + LESSON.exercise().orElseThrow().hints().getFirst());

    Fx.run(() -> code(robot).appendText("\nthis is no Python\n"));
    sight.await("#pages", "Line 35: invalid syntax");
    Fx.run(() -> code(robot).undo());

    hand.click("#exercise-check");
    waitFor("what breaks it", () -> verdict(robot).contains("in this order: 0 "));
    assertThat(verdict(robot)).startsWith("deadlock: ").contains("Threads: 0 MainThread");
    hand.click("#exercise-replay");
    waitFor("the replay", () -> frame().chosen().filter(Program.Own.class::isInstance).isPresent());
    waitFor("its run", () -> frame().hasRun() && frame().phase() == Session.State.RECORDED);
    assertThat(frame().timeline().deadlocks()).isNotEmpty();
    assertThat(frame().timeline().countsSteps()).isTrue();
    assertThat(WindowSettings.in(home.resolve("window.properties")).recent())
        .as("it comes again whenever it is wanted, and is no file")
        .isEmpty();

    Fx.run(() -> window.execute(Command.MAXIMISE_PAGES));
    String solution = Attempt.solution(LESSON, ProgramLanguage.PYTHON).text();
    Fx.run(() -> code(robot).setText(solution));
    hand.click("#exercise-check");
    waitFor(
        "that it holds", () -> verdict(robot).startsWith("Holds in all 82 interleavings tried."));
    hand.click("#exercise-solution");
    hand.click("#exercise-solution");
    assertThat(
            new Notebook(home.resolve("exercises")).attempt(LESSON, ProgramLanguage.PYTHON).text())
        .isEqualTo(solution);
  }

  @Test
  void whatIsWrittenIsSearchedReadAgainInChineseAndGotBackAfterItWasThrownAway(FxRobot robot)
      throws Exception {
    Fx.run(
        () -> {
          window.session().choose(new Program.Lesson(LESSON, java.util.Map.of()));
          window.execute(Command.EXERCISE);
        });
    sight.await("#pages", LESSON.exercise().orElseThrow().task());
    String start = Attempt.start(LESSON, ProgramLanguage.JAVA).text();
    Fx.run(() -> code(robot).appendText("// transfer, Transfer\n"));
    Fx.run(() -> code(robot).positionCaret(0));
    Fx.run(() -> code(robot).requestFocus());
    hand.stroke(KeyCode.CONTROL, KeyCode.F);
    waitFor("the bar", () -> robot.lookup("#exercise-find").query().isVisible());
    int all = start.toLowerCase(Locale.ROOT).split("transfer", -1).length + 1;
    Fx.run(() -> robot.lookup("#exercise-sought").queryAs(TextField.class).setText("transfer"));
    waitFor("place 1", () -> found(robot).equals("1 of " + all));
    assertThat(Fx.get(() -> code(robot).getSelectedText())).isEqualToIgnoringCase("transfer");
    hand.stroke(KeyCode.ENTER);
    waitFor("place 2", () -> found(robot).equals("2 of " + all));
    hand.stroke(KeyCode.ESCAPE);
    waitFor("it away", () -> !robot.lookup("#exercise-find").query().isVisible());

    hand.click("#exercise-reset");
    hand.click("#exercise-reset");
    waitFor("the beginning", () -> code(robot).getText().equals(start));
    Fx.run(() -> code(robot).undo());
    waitFor("what was thrown away", () -> code(robot).getText().endsWith("Transfer\n"));

    Fx.run(() -> code(robot).setText("class Transfer {\n"));
    hand.click("#exercise-check");
    waitFor("that it does not compile", () -> verdict(robot).contains("does not compile"));
    Fx.run(() -> window.execute(Command.LANGUAGE));
    waitFor("that in Chinese", () -> verdict(robot).contains("编译"));
  }

  private static String found(FxRobot robot) {
    return robot.lookup("#exercise-found").queryAs(Label.class).getText();
  }

  private static String verdict(FxRobot robot) {
    return robot.lookup("#exercise-verdict").queryAs(Label.class).getText();
  }

  private static TextArea code(FxRobot robot) {
    return robot.lookup("#exercise-code").queryAs(TextArea.class);
  }

  private Frame frame() {
    return window.session().frame(0);
  }

  private static void waitFor(String what, Callable<Boolean> wanted) throws Exception {
    try {
      Patience.waitFor(() -> Fx.get(wanted::call));
    } catch (TimeoutException e) {
      throw new AssertionError("no " + what + ": " + verdict(new FxRobot()), e);
    }
  }
}
