package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.engine.Interpreter;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.ProgramLanguage;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.session.Frame;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
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

/** What a person does with Python in the window. */
@ExtendWith(ApplicationExtension.class)
class PythonFlowTest {
  @TempDir static Path home;

  private final Machine machine = new Machine();
  private WindowSettings settings;
  private Window window;

  /** A machine from which the Pythons can be taken away. */
  private static final class Machine implements RunSource {
    private final RunSource real =
        new EngineRunSource(new KeptRecordings(home.resolve("kept"), _ -> {}));
    private boolean without;

    @Override
    public List<Interpreter> pythons() {
      return without ? List.of() : real.pythons();
    }

    @Override
    public RecordedRun run(Program program) throws IOException {
      return real.run(program);
    }

    @Override
    public RecordedRun open(Path file, Progress progress) throws IOException {
      return real.open(file, progress);
    }
  }

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    settings = WindowSettings.in(home.resolve("window.properties"));
    settings.put("width", 1440);
    settings.put("height", 900);
    stage.setX(0); // the headless screen has 1000 rows, and a window has to stay within
    stage.setY(0);
    Theme.LIGHT.install();
    window = new Window(stage, settings, machine);
    window.show();
  }

  @AfterEach
  void close() {
    fx(() -> run(() -> window.stage().hide()));
  }

  @Test
  void theSwitchChoosesTheProgramThatRunsAndTheSourceFollows(FxRobot robot) throws Exception {
    assumeTrue(hasPython(), "There is no Python here.");
    hand.click("#gallery", "Start a thread");
    fx(() -> run(() -> window.session().choose(lesson().with(Map.of("pause", "0")))));
    hand.click("#python");
    waitFor("Python", () -> lesson().language() == ProgramLanguage.PYTHON);
    assertThat(lesson().values()).as("values stay").containsEntry("pause", "0");
    sight.await("#pages", "thread.py");
    sight.await("#pages", "In Java");
    waitFor("its version", () -> chip(robot).startsWith("Python: CPython "));
    hand.click("#run");
    await("the end of the run", f -> f.take() > 0 && f.phase() == Session.State.RECORDED);
    assertThat(frame().ending()).isEqualTo("exit 0");
    assertThat(frame().timeline().processes().getFirst().runtime()).isEqualTo("python");

    hand.click("#java");
    await("no run of the Java program", f -> !f.hasRun());
    sight.await("#pages", "StartThread.java");
    hand.stroke(KeyCode.CONTROL, KeyCode.Y);
    await("the run of the Python program again", Frame::hasRun);
    hand.click("#gallery", "Deadlock");
    waitFor("the next scenario in Python, too", () -> inPython("deadlock"));
    assertThat(settings.text("program-language", "")).isEqualTo("python");
  }

  private boolean inPython(String id) {
    return lesson().scenario().id().equals(id) && lesson().language() == ProgramLanguage.PYTHON;
  }

  private boolean hasPython() {
    return !machine.real.pythons().isEmpty();
  }

  @Test
  void whereThereIsNoPythonItIsSaidWhatToInstallAndJavaRunsAsEver(FxRobot robot) throws Exception {
    machine.without = true;
    hand.click("#gallery", "Start a thread");
    hand.click("#python");
    waitFor("the note", () -> Sight.shown(robot.lookup("#no-python").query()));
    waitFor("none", () -> chip(robot).equals("Python: none"));
    assertThat(sight.texts("#no-python")).anySatisfy(it -> assertThat(it).contains("python.org"));
    hand.click("#java");
    waitFor("no note", () -> !Sight.shown(robot.lookup("#no-python").query()));
    hand.click("#python");
    machine.without = false;
    assumeTrue(hasPython(), "There is no Python here.");
    hand.click("#look-again");
    waitFor("the Pythons", () -> chip(robot).startsWith("Python: CPython "));
    waitFor("no note any more", () -> !Sight.shown(robot.lookup("#no-python").query()));
  }

  @Test
  void theSourceOfAScriptFollowsItsThreadsIntoOtherFiles(FxRobot robot) throws Exception {
    assumeTrue(hasPython(), "There is no Python here.");
    Path folder = Files.createDirectories(home.resolve("own"));
    Files.writeString(
        folder.resolve("helper.py"),
        """
        import time

        def work():
            time.sleep(0.3)
        """);
    Path script =
        Files.writeString(
            folder.resolve("main.py"),
            """
            from helper import work

            work()
            """);
    fx(() -> run(() -> window.run(Program.Own.of(script))));
    await("the end of the run", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    assertThat(frame().ending()).isEqualTo("exit 0");
    waitFor("Python", () -> robot.lookup("#python").<ToggleButton>query().isSelected());
    assertThat(sight.await("#gallery", "main.py")).isNotNull();
    await("its sleep", f -> slept(f).isPresent());
    long asleep = slept(frame()).orElseThrow();
    fx(() -> run(() -> window.session().seek(asleep + 1)));
    sight.await("#pages", "helper.py");
    waitFor("the line marked", () -> sight.texts("#pages").contains("MainThread"));

    Path file = home.resolve("script.interleave");
    fx(() -> run(() -> window.session().save(file, _ -> {})));
    waitFor("the file", () -> Files.exists(file));
    fx(() -> run(() -> window.run(new RunOrigin.Saved(file))));
    await("the file opened", f -> f.shown().filter(RunOrigin.Saved.class::isInstance).isPresent());
    waitFor("one way", () -> robot.lookup("#python").<ToggleButton>query().isDisabled());
    assertThat(robot.lookup("#language-box").query().getAccessibleHelp())
        .isEqualTo("The recording is of a program in Python.");
  }

  /** When a thread began to sleep. */
  private static OptionalLong slept(Frame frame) {
    return frame.timeline().lanes().stream()
        .map(ThreadLane::spans)
        .flatMapToLong(PythonFlowTest::sleeps)
        .findFirst();
  }

  private static LongStream sleeps(Spans spans) {
    return IntStream.range(0, spans.size())
        .filter(i -> spans.state(i) == ThreadState.SLEEPING)
        .mapToLong(spans::start);
  }

  @Test
  void thePythonThatWasChosenIsUsedAndKept(FxRobot robot) throws Exception {
    List<Interpreter> all = machine.real.pythons();
    assumeTrue(all.size() > 1, "There is but one Python here.");
    Interpreter other = all.getLast();
    hand.click("#gallery", "Start a thread");
    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
    hand.click(
        other.show(), () -> robot.lookup((Node node) -> isFor(node, other)).<Node>tryQuery());
    waitFor("Python", () -> lesson().runtime().equals(Optional.of(other.path())));
    assertThat(lesson().language()).isEqualTo(ProgramLanguage.PYTHON);
    waitFor("its version", () -> chip(robot).equals("Python: " + other.show()));
    assertThat(LanguageChoice.lastUsed(WindowSettings.in(home.resolve("window.properties"))))
        .contains(other.path());
  }

  private static boolean isFor(Node node, Interpreter python) {
    return node instanceof Labeled it
        && it.getText() != null
        && it.getText().startsWith(python.show() + " ")
        && it.getText().strip().endsWith(python.path().getFileName().toString())
        && Sight.shown(node);
  }

  private static String chip(FxRobot robot) {
    return robot.lookup("#python-chip").<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }

  private Program.Lesson lesson() {
    return (Program.Lesson) frame().chosen().orElseThrow();
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
