package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Catalogue;
import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.session.Frame;
import interleave.view.session.Playback;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import interleave.view.timeline.TimelineView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a person uses it, with programs that really run. */
@ExtendWith(ApplicationExtension.class)
class WindowFlowTest {
  private static final List<String> COMPLAINED = new CopyOnWriteArrayList<>();
  private static final Logger LOG = Logger.getLogger("javafx");
  private static final Handler COMPLAINTS =
      new Handler() {
        @Override
        public void publish(LogRecord complaint) {
          // Tests run on the class path, which JavaFX minds and the program does not do.
          if (!complaint.getMessage().startsWith("Unsupported JavaFX configuration")) {
            COMPLAINED.add(complaint.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir static Path home;

  private WindowSettings settings;
  private Window window;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    settings = WindowSettings.in(home.resolve("window.properties"));
    settings.put("theme", "light");
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

  /** JavaFX complains of style sheets in its log; a user would see it on the console. */
  @BeforeAll
  static void listen() {
    LOG.addHandler(COMPLAINTS);
  }

  @AfterAll
  static void nothingWasComplainedOf() {
    LOG.removeHandler(COMPLAINTS);
    assertThat(COMPLAINED).isEmpty();
  }

  @AfterEach
  void close() {
    fx(
        () -> {
          window.stage().hide();
          return true;
        });
  }

  @Test
  void lostUpdatesAreFoundAndSteppedThrough(FxRobot robot) throws Exception {
    hand.click("#gallery", "Lock and lost updates");
    hand.click("#run");
    // A race may once come out without harm; the tenth time it has not.
    for (int i = 0; i < 10 && !raceLost(); i++) {
      hand.click("#run");
    }
    hand.click("#first-lost");
    await("a lost update", f -> f.selection().orElse(null) instanceof ThingRef.LostUpdate);
    Label subject = robot.lookup("#subject").query();
    waitFor("its title", () -> subject.getText().startsWith("Lost update 1 of "));
    long last = frame().playhead();
    hand.click("#step-1");
    await("the first step", f -> f.playhead() < last);
    var variable = frame().timeline().variables().getFirst();
    assertThat(frame().playhead()).isEqualTo(variable.time(firstAccess()));
    assertThat(sight.texts("#step-1")).anySatisfy(it -> assertThat(it).matches("reads -?\\d+"));
    if (variable.lostUpdates() > 1) {
      hand.click("#next-lost");
      waitFor("the next", () -> subject.getText().startsWith("Lost update 2 of "));
      hand.stroke(KeyCode.ALT, KeyCode.LEFT);
      waitFor("the one before", () -> subject.getText().startsWith("Lost update 1 of "));
    }
  }

  private boolean raceLost() throws Exception {
    int take = frame().take();
    await("the end of the run", f -> f.take() > 0 && f.phase() == Session.State.RECORDED);
    assertThat(frame().ending()).isEqualTo("exit 0");
    return frame().take() >= take && frame().timeline().variables().getFirst().lostUpdates() > 0;
  }

  private int firstAccess() {
    var variable = frame().timeline().variables().getFirst();
    var lost = variable.lostUpdate(0);
    int first = Math.min(lost.read() < 0 ? Integer.MAX_VALUE : lost.read(), lost.lostWrite());
    return lost.lostRead() < 0 ? first : Math.min(first, lost.lostRead());
  }

  @Test
  void aClickInTheConsoleMovesThePlayhead(FxRobot robot) throws Exception {
    hand.doubleClick("#gallery", "Queue between processes");
    await("its end", f -> f.take() > 0 && f.phase() == Session.State.RECORDED);
    assertThat(frame().timeline().queues().getFirst().puts()).isEqualTo(3);
    hand.click("#pages", "Console");
    ListView<?> console = robot.lookup("#console").query();
    waitFor("output", () -> console.getItems().size() > 5);
    OutputTrack.Line line = frame().timeline().output().line(2);
    hand.click("#console", line.text());
    await("the playhead", f -> f.playhead() == line.time());
    assertThat(frame().mode()).isEqualTo(Playback.Mode.PAUSED);
    hand.click("#step");
    await("a step", f -> f.playhead() > line.time());
    Path file = home.resolve("queue.interleave");
    fx(() -> run(() -> window.session().save(file, _ -> {})));
    waitFor("the file", () -> file.toFile().exists());
    fx(() -> run(() -> window.run(new RunOrigin.Saved(file))));
    await("the file opened", f -> f.shown().filter(RunOrigin.Saved.class::isInstance).isPresent());
    assertThat(frame().timeline().queues().getFirst().puts()).isEqualTo(3);
    assertThat(frame().lesson()).isPresent();
  }

  @Test
  void whatFramesCostIsShownAndHiddenByAKeyAndMeasuredOnlyMeanwhile(FxRobot robot)
      throws Exception {
    hand.doubleClick("#gallery", "Queue between processes");
    await("its end", f -> f.phase() == Session.State.RECORDED);
    Node card = robot.lookup("#frames").query();
    TimelineView timeline = window.workbench().timelines().timeline();
    assertThat(Sight.shown(card)).isFalse();
    assertThat(timeline.frameTimesProperty().get()).isNull();
    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    waitFor("the card", () -> Sight.shown(card));
    // The first frame after the key may have begun before it, and is then not measured.
    waitFor(
        "a figure",
        () -> {
          fx(() -> run(() -> timeline.jumpTo(timeline.getViewport().zoom(0.95, 0.5))));
          return sight.texts("#frames .figure").stream().anyMatch(it -> it.endsWith("ms"));
        });
    assertThat(sight.texts("#frames")).contains("lay out", "draw", "paint", "bytes an event");
    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    waitFor("it is gone", () -> !Sight.shown(card));
    assertThat(timeline.frameTimesProperty().get()).isNull();
  }

  @Test
  void theThemeIsToggledAndRemembered() throws Exception {
    hand.click("#theme");
    assertThat(window.stage().getScene().getRoot().getStyleClass()).contains("dark");
    assertThat(WindowSettings.in(home.resolve("window.properties")).text("theme", ""))
        .isEqualTo("dark");
    hand.stroke(KeyCode.CONTROL, KeyCode.T);
    assertThat(window.stage().getScene().getRoot().getStyleClass()).contains("light");
  }

  @Test
  void aWrongParameterIsRefusedWithItsReason(FxRobot robot) throws Exception {
    hand.click("#gallery", "Process pool");
    hand.click("#parameter-workers");
    hand.writeAnew("#parameter-value", "many");
    Label refusal = robot.lookup("#parameter-refusal").query();
    waitFor("the reason", () -> refusal.isVisible() && refusal.getText().contains("whole number"));
    hand.stroke(KeyCode.ENTER);
    assertThat(lesson().values()).isEmpty();
    hand.writeAnew("#parameter-value", "3");
    hand.stroke(KeyCode.ENTER);
    waitFor("the value", () -> lesson().values().equals(Map.of("workers", "3")));
    waitFor(
        "the chip",
        () ->
            ((Labeled) robot.lookup("#parameter-workers").query()).getText().equals("workers: 3"));
  }

  private Program.Lesson lesson() {
    return (Program.Lesson) frame().chosen().orElseThrow();
  }

  @Test
  void aSmallWindowHasEverythingInItsBounds(FxRobot robot) throws Exception {
    fx(
        () -> {
          window.stage().setWidth(900);
          window.stage().setHeight(600);
          return true;
        });
    waitFor(
        "the small window",
        () -> window.stage().getScene().getRoot().getLayoutBounds().getWidth() <= 901);
    WaitForAsyncUtils.waitForFxEvents();
    double width = window.stage().getScene().getWidth();
    double height = window.stage().getScene().getHeight();
    Set<Node> buttons = robot.lookup(".button").queryAll();
    for (Node node : buttons) {
      if (node instanceof ButtonBase button && button.isVisible() && Sight.shown(button)) {
        Bounds bounds = button.localToScene(button.getLayoutBounds());
        assertThat(bounds.getMinX()).as(button.getId()).isGreaterThanOrEqualTo(0);
        assertThat(bounds.getMaxX()).as(button.getId()).isLessThanOrEqualTo(width);
        assertThat(bounds.getMaxY()).as(button.getId()).isLessThanOrEqualTo(height);
        boolean told = !button.getText().isBlank() || button.getAccessibleText() != null;
        assertThat(told).as("a name for " + button.getId()).isTrue();
      }
    }
    hand.click("#toggle-inspector");
    waitFor("the inspector as a page", () -> Sight.shown(robot.lookup("#subject").query()));
  }

  @Test
  void stopEndsAllProcessesOfARun() throws Exception {
    Program pool =
        new Program.Lesson(
            Catalogue.scenario("process-pool"), Map.of("tasks", "40", "longest", "10"));
    fx(() -> run(() -> window.session().choose(pool)));
    hand.stroke(KeyCode.CONTROL, KeyCode.R);
    await(
        "workers", f -> f.phase() == Session.State.RUNNING && f.timeline().processes().size() > 2);
    hand.stroke(KeyCode.SPACE);
    await("the pause", f -> f.running() && f.mode() == Playback.Mode.PAUSED);
    List<Long> pids = frame().timeline().processes().stream().map(ProcessTrack::pid).toList();
    hand.click("#stop");
    await("the end", f -> f.phase() == Session.State.RECORDED);
    assertThat(frame().ending()).isEqualTo("stopped");
    for (long pid : pids) {
      waitFor(
          "the end of " + pid,
          () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
  }

  @Test
  void aProgramOfOnesOwnTakesInputAndIsKept(FxRobot robot) throws Exception {
    Path folder = Files.createDirectories(home.resolve("own"));
    Path main = folder.resolve("Echo.java");
    Files.writeString(
        main,
        """
        import java.util.Scanner;

        class Echo {
          public static void main(String[] args) {
            System.out.println("ready");
            Scanner in = new Scanner(System.in);
            while (in.hasNextLine()) {
              System.out.println("heard " + in.nextLine());
            }
          }
        }
        """);
    fx(() -> run(() -> window.run(Program.Own.of(main))));
    await("output", f -> f.hasRun() && f.timeline().output().size() > 0);
    hand.click("#pages", "Console");
    hand.writeAnew("#console-input", "hello");
    hand.stroke(KeyCode.ENTER);
    await("the echo", f -> f.timeline().output().size() > 1);
    hand.stroke(KeyCode.UP);
    waitFor("the line before", () -> "hello".equals(typing(robot)));
    hand.stroke(KeyCode.CONTROL, KeyCode.A);
    hand.stroke(KeyCode.BACK_SPACE);
    hand.stroke(KeyCode.CONTROL, KeyCode.D);
    await("the end", f -> f.phase() == Session.State.RECORDED);
    assertThat(sight.await("#console", "› hello")).isNotNull();
    assertThat(sight.await("#console", "heard hello")).isNotNull();
    assertThat(sight.await("#pages", "Echo.java")).isNotNull();
    fx(() -> run(window.stage()::hide));
    assertThat(home.resolve("kept").toFile().list()).hasSize(1);
  }

  private static String typing(FxRobot robot) {
    return robot.lookup("#console-input").<TextField>query().getText();
  }

  @Test
  void keysAndCommandsAreShownAndFound(FxRobot robot) throws Exception {
    hand.stroke(KeyCode.CONTROL, KeyCode.K);
    hand.write("#palette-field", "dark");
    hand.stroke(KeyCode.ENTER);
    waitFor(
        "the theme", () -> window.stage().getScene().getRoot().getStyleClass().contains("dark"));
    fx(() -> run(() -> window.execute(interleave.view.keys.Command.KEYS)));
    assertThat(robot.lookup("#keys").tryQuery()).isPresent();
    hand.stroke(KeyCode.ESCAPE);
    assertThat(robot.lookup("#keys").tryQuery()).isEmpty();
    hand.stroke(KeyCode.CONTROL, KeyCode.F);
    hand.write("#gallery-search", "lost-up");
    ListView<?> gallery = robot.lookup("#gallery").query();
    waitFor("the search", () -> gallery.getItems().size() == 2);
  }

  @Test
  void whatIsFoundIsSelectedAndInSight(FxRobot robot) throws Exception {
    hand.click("#gallery", "Lock and lost updates");
    hand.strokeIn("#gallery", KeyCode.ENTER);
    await("a run", f -> f.hasRun());
    await("its end", f -> f.phase() == Session.State.RECORDED);
    hand.stroke(KeyCode.CONTROL, KeyCode.F);
    hand.write("#search-field", "balance");
    ListView<?> hits = robot.lookup("#search-hits").query();
    waitFor("hits", () -> hits.getItems().size() > 1);
    hand.stroke(KeyCode.ENTER);
    await("the variable", f -> f.selection().orElse(null) instanceof ThingRef.Variable);
    assertThat(robot.lookup("#search").tryQuery()).isEmpty();
  }

  private Frame frame() {
    return fx(() -> window.session().frame(System.nanoTime()));
  }

  private void await(String what, Predicate<Frame> wanted) throws TimeoutException {
    waitFor(what, () -> wanted.test(frame()));
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws TimeoutException {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new TimeoutException("waited too long for " + what);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Boolean run(Runnable action) {
    action.run();
    return true;
  }

  private static <T> T fx(Callable<T> action) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
  }
}
