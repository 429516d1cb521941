package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.sketch.Sketches;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Covers;
import interleave.words.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a class sees, and what whoever teaches it has before them. */
@ExtendWith(ApplicationExtension.class)
class TeacherFlowTest {
  private static final Scenario LESSON = Catalogue.find("lock-and-lost-updates").orElseThrow();

  @TempDir Path home;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();
  private Window window;

  @Start
  void open(Stage stage) {
    window = new SketchedRuns(Sketches.race()).show(stage, settings());
  }

  private WindowSettings settings() {
    return WindowSettings.in(home.resolve("window.properties"));
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(
        () -> {
          Language.use(Language.ENGLISH);
          window.stage().hide();
        });
  }

  private void teach() throws Exception {
    teach(LESSON.id());
  }

  private void teach(String lesson) throws Exception {
    Fx.run(
        () -> {
          window.workbench().gallery().select(lesson);
          window.execute(Command.TEACHER);
        });
    await("the notes", this::notes);
  }

  private boolean notes() {
    return Fx2.of(() -> !said().isEmpty());
  }

  private List<String> said() {
    return window.workbench().speaker().lookupAll("#speaker-notes .note").stream()
        .map(note -> ((CheckBox) note).getText())
        .toList();
  }

  @Test
  void theAnswerIsCoveredForTheClassAndReadByWhoTeachesUntilItIsUncovered(FxRobot robot)
      throws Exception {
    teach();
    assertThat(Fx.get(this::said)).isEqualTo(LESSON.notes(ProgramLanguage.JAVA));
    assertThat(sight.find("#inspector", LESSON.whatToSee(ProgramLanguage.JAVA))).isEmpty();
    Fx.run(() -> window.session().run());
    sight.await("#speaker-answer", "What the run has answered");
    assertThat(robot.lookup("#inspector #cover-answer").tryQuery()).as("nobody asked").isEmpty();
    Fx.run(() -> window.session().guess("many"));
    String read = String.join("\n", sight.texts("#speaker-answer"));
    assertThat(read).contains("updates were lost");
    assertThat(robot.lookup("#inspector #reveal").tryQuery()).isEmpty();
    assertThat(String.join("\n", sight.texts("#inspector"))).doesNotContain("were lost");

    hand.click("#inspector #cover-answer");
    await("the answer", () -> robot.lookup("#inspector #reveal").tryQuery().isPresent());
    assertThat(robot.lookup("#inspector #cover-see").<Node>query().isVisible()).isTrue();

    Fx.run(() -> window.session().run());
    await("the next run", () -> Fx.get(() -> window.session().frame(0).take() == 2));
    Fx.run(() -> window.session().tellAnswer());
    await("another cover", () -> robot.lookup("#inspector #cover-answer").tryQuery().isPresent());
    assertThat(robot.lookup("#inspector #reveal").tryQuery()).isEmpty();
  }

  @Test
  void eachCoverIsTakenAwayByAKeyAndOneAfterTheOther(FxRobot robot) throws Exception {
    teach();
    Fx.run(() -> window.session().guess("many"));
    Fx.run(() -> window.session().run());
    await("a cover", () -> robot.lookup("#inspector #cover-answer").tryQuery().isPresent());
    Fx.run(() -> window.execute(Command.SPEAKER)); // keys go to this window then
    Fx.run(() -> window.stage().requestFocus());
    Fx.run(() -> robot.lookup("#inspector #cover-answer").query().requestFocus());
    hand.stroke(KeyCode.ENTER);
    await("the answer", () -> robot.lookup("#inspector #reveal").tryQuery().isPresent());
    assertThat(Fx2.of(() -> keyboardIn("#inspector"))).as("the keyboard stays there").isTrue();
    Fx.run(() -> robot.lookup("#inspector #cover-see").query().requestFocus());
    hand.stroke(KeyCode.SPACE);
    sight.await("#inspector", LESSON.whatToSee(ProgramLanguage.JAVA));

    Fx.run(() -> window.session().coverAll(true));
    await("all covered", () -> robot.lookup("#inspector #reveal").tryQuery().isEmpty());
    Fx.run(() -> window.execute(Command.UNCOVER));
    await("the first", () -> robot.lookup("#inspector #reveal").tryQuery().isPresent());
    Fx.run(() -> window.execute(Command.UNCOVER));
    sight.await("#inspector", LESSON.whatToSee(ProgramLanguage.JAVA));
  }

  private boolean keyboardIn(String query) {
    for (Node up = window.stage().getScene().getFocusOwner(); up != null; up = up.getParent()) {
      if (("#" + up.getId()).equals(query)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whoTeachesUncoversFromTheNotesAndSeesThemInEachLanguage(FxRobot robot) throws Exception {
    teach();
    sight.await("#speaker-see", "What to see");
    Fx.run(() -> robot.lookup("#speaker-uncover-see").queryButton().fire());
    sight.await("#inspector", LESSON.whatToSee(ProgramLanguage.JAVA));
    sight.await("#speaker-see", "Cover again");
    Fx.run(() -> window.execute(Command.LANGUAGE));
    List<String> chinese = Fx.get(() -> LESSON.notes(ProgramLanguage.JAVA));
    await("them in Chinese", () -> Fx2.of(() -> said().equals(chinese)));
    Fx.run(() -> window.execute(Command.IN_PYTHON));
    await("its words", () -> Fx2.of(() -> said().equals(LESSON.notes(ProgramLanguage.PYTHON))));
  }

  @Test
  void typeIsLargerWithNothingElseMovedAndAllIsKept(FxRobot robot) throws Exception {
    Node run = robot.lookup("#run").query();
    double before = Fx.get(() -> onScreen(run).getHeight());
    teach();
    Fx.frames(3);
    assertThat(Fx.get(() -> onScreen(run).getHeight() / before)).isCloseTo(1.25, within(0.001));
    assertThat(Fx.get(() -> onScreen(window.workbench().root()).getWidth()))
        .isCloseTo(1440, within(0.01));
    Fx.run(() -> window.execute(Command.LARGER));
    Fx.frames(3);
    assertThat(Fx.get(() -> onScreen(run).getHeight() / before)).isCloseTo(1.4, within(0.001));
    Fx.run(() -> window.stage().hide());
    assertThat(Fx2.of(() -> window.workbench().speaker().getScene().getWindow().isShowing()))
        .isFalse();
    Fx.run(() -> window = new SketchedRuns(Sketches.race()).show(new Stage(), settings()));
    await("the notes", this::notes);
    assertThat(Fx.get(() -> window.session().frame(0).covers().hides(Covers.Kind.ANSWER))).isTrue();
    sight.await(".status", "Teacher’s view");
    hand.click("#leave-teacher");
    await("it is off", () -> Fx2.of(() -> !window.session().frame(0).covers().on()));
    Fx.frames(3);
    Node again = window.stage().getScene().lookup("#run");
    assertThat(Fx.get(() -> onScreen(again).getHeight())).isEqualTo(before);
  }

  @Test
  void aDeadlockIsToldOnlyWhenTheAnswerIsUncovered() throws Exception {
    Fx.run(() -> window.stage().hide());
    Fx.run(() -> window = new SketchedRuns(ring(), true).show(new Stage(), settings()));
    teach("deadlock");
    Fx.run(() -> window.session().run());
    await("the run", () -> Fx.get(() -> window.session().frame(0).hasRun()));
    Fx.frames(5);
    assertThat(sight.notices()).doesNotContain("deadlock");
    Fx.run(() -> window.session().uncover(new Covers.Part(Covers.Kind.ANSWER)));
    await("the notice", () -> sight.notices().contains("The program is in a deadlock."));
  }

  private static Timeline ring() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Philosophers");
    int left = process.object(ObjectType.LOCK, 0, "left");
    int right = process.object(ObjectType.LOCK, 0, "right");
    Trace.Thread one = process.thread(1, "One").at(10).event(EventKind.LOCK_ACQUIRED, left);
    Trace.Thread two = process.thread(2, "Two").at(11).event(EventKind.LOCK_ACQUIRED, right);
    one.at(20).event(EventKind.LOCK_REQUEST, right);
    two.at(21).event(EventKind.LOCK_REQUEST, left);
    trace.store.advance(2_000_000_000);
    return trace.store.snapshot();
  }

  @Test
  void whatIsAskedInAWindowOfItsOwnIsAsLarge(FxRobot robot) throws Exception {
    Platform.runLater(() -> window.execute(Command.RUN_PROGRAM));
    await("the dialog", () -> robot.lookup("#run-program").tryQuery().isPresent());
    double before = type(robot);
    hand.stroke(KeyCode.ESCAPE);
    await("none", () -> robot.lookup("#run-program").tryQuery().isEmpty());
    teach();
    Platform.runLater(() -> window.execute(Command.RUN_PROGRAM));
    await("the dialog", () -> robot.lookup("#run-program").tryQuery().isPresent());
    assertThat(type(robot)).isGreaterThan(1.2 * before);
    hand.stroke(KeyCode.ESCAPE);
  }

  private static double type(FxRobot robot) throws Exception {
    return Fx.get(() -> robot.lookup("#run-program").queryButton().getFont().getSize());
  }

  private static Bounds onScreen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void aDividerStaysUnderThePointerThatDragsIt(FxRobot robot) throws Exception {
    teach();
    Fx.frames(3);
    SplitPane panes = robot.lookup("#panes").queryAs(SplitPane.class);
    Node divider =
        panes.lookupAll(".split-pane-divider").stream()
            .filter(each -> each.getParent() == panes)
            .findFirst()
            .orElseThrow();
    double before = Fx.get(() -> onScreen(divider).getCenterX());
    hand.drag(divider, 60, 0);
    Fx.frames(2);
    assertThat(Fx.get(() -> onScreen(divider).getCenterX() - before)).isBetween(58.0, 62.0);
  }

  private void await(String what, java.util.concurrent.Callable<Boolean> wanted) throws Exception {
    try {
      Patience.waitFor(wanted);
    } catch (TimeoutException e) {
      throw new AssertionError("no " + what + ": " + sight.texts(".root"), e);
    }
  }

  /** {@link Fx} for where nothing may be thrown. */
  private static final class Fx2 {
    static boolean of(java.util.function.BooleanSupplier asked) {
      try {
        return Fx.get(asked::getAsBoolean);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
