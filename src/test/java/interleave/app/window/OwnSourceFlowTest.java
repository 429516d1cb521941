package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.program.annotation.Annotations;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.range.TimeMark;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.gallery.Entry;
import interleave.view.keys.Command;
import interleave.view.program.ProgramForm;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A program of the user's own is run, saved and opened again. */
@ExtendWith(ApplicationExtension.class)
class OwnSourceFlowTest {
  private static final String PROGRAM =
      """
      import threading
      lock = threading.Lock()
      def work():
          with lock:
              print("as it ran")
      threads = [threading.Thread(target=work) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      """;

  @TempDir Path home;

  private Window window;
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    WindowSettings settings = WindowSettings.in(home.resolve("window.properties"));
    stage.setX(0);
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
    Fx.run(() -> window.stage().hide());
  }

  @Test
  void aRecordingThatIsOpenedAgainHasItsSourceAndSaysThatTheFileHasChangedSince(FxRobot robot)
      throws Exception {
    Path script = Files.writeString(home.resolve("told.py"), PROGRAM);
    Path saved = home.resolve("told.interleave");
    Fx.run(() -> window.run(Program.Own.of(script)));
    await("its end", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    TimeMark mark =
        Fx.get(() -> new TimeMark(window.session().frame(0).timeline().start(), "here"));
    Fx.run(() -> window.session().mark(List.of(mark)));
    Fx.run(() -> window.session().save(saved, _ -> {}));
    waitFor("the file", () -> Files.exists(saved));
    Files.writeString(script, "print('as it is now')\n");
    Fx.run(() -> window.run(new RunOrigin.Saved(saved)));
    await("the recording", f -> f.shown().filter(RunOrigin.Saved.class::isInstance).isPresent());
    sight.await("#pages", "told.py");
    sight.await("#pages", "As it was when it was recorded; the file has changed since.");
    waitFor("its text", () -> source(robot).contains("as it ran"));
    await("its marks", f -> f.annotations().marks().equals(List.of(mark)));
    search(robot, "lost");
    hand.click("#gallery", "Lock and lost updates");
    waitFor(
        "no note", () -> robot.lookup("#source-changed").tryQuery().filter(Sight::shown).isEmpty());
    assertThat(sight.texts("#pages")).doesNotContain("told.py");
  }

  @Test
  void whatWasTypedAndForetoldIsSeenWhereTheRecordingIsOpenedAgain() throws Exception {
    Path script =
        Files.writeString(
            home.resolve("asks.py"), "name = input('Name? ')\nprint('Hello', name)\n");
    Path saved = home.resolve("asks.interleave");
    Fx.run(() -> window.run(Program.Own.of(script)));
    await("its run", f -> f.hasRun() && f.running());
    Fx.run(() -> window.session().guess("few"));
    Fx.run(() -> window.session().input("Ada from the keyboard"));
    await("its end", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    Annotations added = Fx.get(() -> window.session().frame(0).annotations());
    assertThat(added.guess()).contains("few");
    assertThat(added.typed())
        .extracting(Annotations.Typed::text)
        .containsExactly("Ada from the keyboard");
    Fx.run(() -> window.session().save(saved, _ -> {}));
    waitFor("the file", () -> Files.exists(saved));
    Path other = Files.writeString(home.resolve("other.py"), PROGRAM);
    Fx.run(() -> window.run(Program.Own.of(other)));
    await("another", f -> f.phase() == Session.State.RECORDED && f.annotations().isEmpty());
    Fx.run(() -> window.run(new RunOrigin.Saved(saved)));
    await("what was added", f -> f.annotations().equals(added));
    Fx.run(() -> window.execute(Command.CONSOLE));
    sight.await("#console", "Name? Hello Ada from the keyboard");
    sight.await("#console", "› Ada from the keyboard");
    Path again = home.resolve("again.interleave");
    TimeMark mark =
        Fx.get(() -> new TimeMark(window.session().frame(0).timeline().start(), "later"));
    Fx.run(() -> window.session().mark(List.of(mark)));
    Fx.run(() -> window.session().save(again, _ -> {}));
    waitFor("the other file", () -> Files.exists(again));
    Fx.run(() -> window.run(new RunOrigin.Saved(saved)));
    await("the first file", f -> f.annotations().equals(added));
    Fx.run(() -> window.run(new RunOrigin.Saved(again)));
    await("its mark", f -> f.annotations().equals(added.withMarks(List.of(mark))));
  }

  @Test
  void theFormHasRoomForItsButtonsWhereAJavaProgramIsTypedOverAPython(FxRobot robot)
      throws Exception {
    Path script = Files.writeString(home.resolve("form.py"), PROGRAM);
    Path java = Files.writeString(home.resolve("Form.java"), "class Form {}");
    Fx.run(() -> window.workbench().own().remember(Program.Own.of(script)));
    Platform.runLater(() -> window.workbench().own().ask(ProgramForm.of(Program.Own.of(script))));
    waitFor("the form", () -> robot.lookup("#run-program").tryQuery().isPresent());
    Fx.run(() -> ((TextField) robot.lookup("#program").query()).setText(java.toString()));
    Fx.frames(3);
    Node button = robot.lookup("#run-program").query();
    double below =
        Fx.get(
            () ->
                button.localToScene(button.getBoundsInLocal()).getMaxY()
                    - button.getScene().getHeight());
    assertThat(below).isNegative();
    Fx.run(() -> button.getScene().getWindow().hide());
  }

  @Test
  void aPictureOfARunHasAllItsRowsAndNeedsNoScrollBar() throws Exception {
    Path script =
        Files.writeString(home.resolve("many.py"), PROGRAM.replace("range(2)", "range(24)"));
    Fx.run(() -> window.run(Program.Own.of(script)));
    await("its end", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    for (boolean range : new boolean[] {false, true}) {
      DisplayList list =
          Fx.get(() -> window.workbench().figures().seen(range, 1, false).orElseThrow()).whole();
      assertThat(list.height())
          .isGreaterThan(24 * 12)
          .isGreaterThan(window.workbench().timelines().timeline().getHeight());
    }
  }

  @Test
  void anErrorOfAFileLeavesTheScreenAsItIsAndGoesWhenSomethingElseIsRun() throws Exception {
    Path script = Files.writeString(home.resolve("told.py"), PROGRAM);
    Path bad = Files.writeString(home.resolve("bad.interleave"), "no recording");
    Fx.run(() -> window.run(Program.Own.of(script)));
    await("its end", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    Fx.run(() -> window.run(new RunOrigin.Saved(bad)));
    waitFor("the error", () -> sight.notices().contains("The recording could not be opened."));
    Frame frame = Fx.get(() -> window.session().frame(System.nanoTime()));
    assertThat(frame.hasRun()).isTrue();
    assertThat(frame.timeline().lanes()).isNotEmpty();
    Fx.run(() -> window.run(Program.Own.of(script)));
    waitFor("no error", () -> !sight.notices().contains("could not be opened"));
  }

  @Test
  void theGalleryHighlightsWhatIsInSightAndOneClickOpensAPastRun(FxRobot robot) throws Exception {
    Path script = Files.writeString(home.resolve("told.py"), PROGRAM);
    Path saved = home.resolve("told 2026-01-02 03.04.05.interleave");
    Fx.run(() -> window.run(Program.Own.of(script)));
    await("its end", f -> f.hasRun() && f.phase() == Session.State.RECORDED);
    waitFor("its highlight", () -> selected(robot) instanceof Entry.Own);
    Fx.run(() -> window.session().save(saved, window::offer));
    waitFor("the file", () -> Files.exists(saved));
    search(robot, "lost");
    hand.click("#gallery", "Lock and lost updates");
    waitFor("the lesson", () -> selected(robot) instanceof Entry.Lesson);
    search(robot, "told");
    hand.click("#gallery", "told");
    await("the recording", f -> f.shown().filter(RunOrigin.Saved.class::isInstance).isPresent());
    waitFor(
        "its highlight",
        () -> selected(robot) instanceof Entry.Recent recent && !recent.when().isEmpty());
  }

  private static @Nullable Object selected(FxRobot robot) throws Exception {
    return Fx.get(
        () -> robot.lookup("#gallery").<ListView<?>>query().getSelectionModel().getSelectedItem());
  }

  private static String source(FxRobot robot) throws Exception {
    return Fx.get(
        () ->
            robot.lookup(".source").queryAll().stream()
                .filter(Sight::shown)
                .filter(ListView.class::isInstance) // an exercise's editor looks the same
                .map(each -> ((ListView<?>) each).getItems().toString())
                .collect(Collectors.joining()));
  }

  private void await(String what, Predicate<Frame> wanted) throws Exception {
    waitFor(what, () -> wanted.test(Fx.get(() -> window.session().frame(System.nanoTime()))));
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError("waited too long for " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The gallery is longer than it is high. */
  private static void search(FxRobot robot, String text) throws Exception {
    Fx.run(() -> ((TextField) robot.lookup("#gallery-search").query()).setText(text));
  }
}
