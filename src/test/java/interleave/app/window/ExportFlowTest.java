package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.KnownExports;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.LaneChoice;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.timeline.range.TimeRange;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A run leaves for another tool, as a person asks for it. */
@ExtendWith(ApplicationExtension.class)
class ExportFlowTest {
  @TempDir Path home;

  private Window window;
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) {
    window =
        new SketchedRuns(AskingFlowTest.threeAtALock())
            .show(stage, WindowSettings.in(home.resolve("window.properties")));
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  private void run() throws Exception {
    Fx.run(() -> window.execute(Command.RUN));
    waitFor("the run", () -> Fx.get(() -> window.workbench().wholeRun().isPresent()));
  }

  private Frame frame() {
    return window.session().frame(System.nanoTime());
  }

  @Test
  void whatIsToLeaveIsAskedWithWhatThereIsToChoose(FxRobot robot) throws Exception {
    Fx.run(() -> window.execute(Command.EXPORT));
    assertThat(robot.lookup("#export").tryQuery()).as("without a run").isEmpty();
    assertThat(sight.notices()).contains("There is nothing to export yet.", "open a recording");
    run();
    hand.stroke(KeyCode.CONTROL, KeyCode.E);
    sight.await("#export", "3 of 3 threads");
    assertThat(sight.texts("#export"))
        .anyMatch(it -> String.valueOf(it).startsWith("The whole run: 0.000 ms"));
    assertThat(disabled(robot, "#export-selected")).isTrue();
    hand.writeAnew("#export-names", "B, x");
    sight.await("#export", "1 of 3 threads");
    hand.writeAnew("#export-names", "x");
    sight.await("#export", "No thread is called that. A star stands for any text.");
    assertThat(robot.lookup("#export-begin").query().isDisabled()).isTrue();
    hand.stroke(KeyCode.ESCAPE);
    waitFor("no card", () -> robot.lookup("#export").tryQuery().isEmpty());
    long start = Fx.get(() -> frame().timeline().start());
    TimeRange range = new TimeRange(start + 20, start + 900);
    Fx.run(() -> window.session().range(Optional.of(range)));
    Fx.run(() -> window.execute(Command.EXPORT));
    sight.await("#export", "3 of 3 threads");
    assertThat(disabled(robot, "#export-selected")).isFalse();
    assertThat(robot.lookup("#export-selected").<RadioButton>query().isSelected()).isTrue();
  }

  @Test
  void aCardAboutARunGoesAwayWithIt(FxRobot robot) throws Exception {
    run();
    for (Command command : List.of(Command.EXPORT, Command.WORKSHEET)) {
      String card = command == Command.EXPORT ? "#export" : "#worksheet";
      Fx.run(() -> window.execute(command));
      waitFor("a card", () -> robot.lookup(card).tryQuery().isPresent());
      Fx.run(() -> window.execute(Command.RUN));
      waitFor("no card", () -> robot.lookup(card).tryQuery().isEmpty());
    }
  }

  private static boolean disabled(FxRobot robot, String query) {
    return robot.lookup(query).query().isDisabled();
  }

  @Test
  void itIsWrittenAndSaid() throws Exception {
    run();
    Path out = home.resolve("run.csv");
    Fx.run(
        () ->
            window
                .session()
                .export(
                    KnownExports.ALL.forName("run.csv").orElseThrow(),
                    Excerpts.of(AskingFlowTest.threeAtALock()).of(LaneChoice.of(List.of(1))),
                    out));
    waitFor("what is said", () -> sight.notices().contains("The run was exported."));
    assertThat(sight.notices()).contains("run.waits.csv");
    assertThat(Files.readString(home.resolve("run.waits.csv"))).contains("waits for till");
  }

  @Test
  void aDroppedFileIsRunOrOpened() {
    assertThat(Drops.origin(Path.of("a.py"))).isInstanceOf(Program.Own.class);
    assertThat(Drops.origin(Path.of("a.interleave"))).isInstanceOf(RunOrigin.Saved.class);
    assertThat(Drops.origin(Path.of("dump of yesterday"))).isInstanceOf(RunOrigin.Saved.class);
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
