package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.command.QuickRuns;
import interleave.program.Program;
import interleave.scenario.Scenario;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Clicks through the whole gallery, in one window. Of each group, one of those that are about the
 * same kind of thing really runs, and one that never ends; {@code AllScenariosTest} runs all.
 */
@ExtendWith(ApplicationExtension.class)
class GalleryFlowTest {
  @TempDir static Path home;

  private Complaints complaints;
  private Window window;

  private final Hand hand = new Hand();

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    complaints = Complaints.listen();
    WindowSettings settings = WindowSettings.in(home.resolve("window.properties"));
    settings.put("width", 1440);
    settings.put("height", 900);
    stage.setX(0); // the headless screen has 1000 rows, and a window has to stay within
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
    complaints.close();
    Fx.run(() -> window.stage().hide());
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioIsForetoldAndSomeAreRunAndAnswered(FxRobot robot) {
    Set<String> seen = new HashSet<>();
    return QuickRuns.all().stream()
        .map(
            lesson ->
                DynamicTest.dynamicTest(
                    lesson.scenario().id(),
                    () -> runs(robot, lesson, seen.add(kind(lesson.scenario())))));
  }

  private static String kind(Scenario scenario) {
    return scenario.group() + " " + scenario.subject() + " " + QuickRuns.endless(scenario);
  }

  private void runs(FxRobot robot, Program.Lesson lesson, boolean runs) throws Exception {
    Scenario scenario = lesson.scenario();
    complaints.forget();
    Fx.run(() -> window.workbench().gallery().select(scenario.id()));
    await("its choice", f -> f.lesson().filter(it -> it.isLike(lesson)).isPresent());
    Fx.run(() -> window.session().choose(lesson));
    String guess = scenario.question().answers().getFirst();
    hand.click("#guess-" + guess);
    waitFor("the guess", () -> frame().foretold().guess().filter(guess::equals).isPresent());
    assertThat(complaints.heard()).isEmpty();
    if (!runs) {
      return;
    }
    hand.click("#run");
    await("a run", f -> f.hasRun());
    if (QuickRuns.endless(scenario)) {
      await("something to see", f -> QuickRuns.tells(scenario, f.timeline()));
      hand.click("#stop");
    }
    await("its end", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    Frame frame = frame();
    if (!QuickRuns.endless(scenario)) {
      assertThat(window.session().take().orElseThrow().failed()).as(frame.ending()).isFalse();
    }
    assertThat(frame.timeline().lanes()).isNotEmpty();
    assertThat(frame.timeline().counters().lost()).isZero();
    assertThat(frame.foretold().guess()).hasValue(guess);
    waitFor("the answer", () -> robot.lookup("#reveal").tryQuery().isPresent());
    assertThat(((Labeled) robot.lookup("#reveal").query()).getText()).isNotBlank();
    assertThat(complaints.heard()).isEmpty();
  }

  private Frame frame() throws Exception {
    return Fx.get(() -> window.session().frame(System.nanoTime()));
  }

  private void await(String what, java.util.function.Predicate<Frame> wanted) throws Exception {
    waitFor(what, () -> wanted.test(frame()));
  }

  private void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError("waited too long for " + what + "; " + complaints.heard(), e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
