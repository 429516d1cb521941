package interleave.app.window;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.NativeState;
import interleave.program.Program;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.range.TimeRange;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
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

/** Where time goes is asked, as a person asks it. */
@ExtendWith(ApplicationExtension.class)
class IcicleFlowTest {
  private static final long MS = 1_000_000;

  @TempDir Path home;

  private Window window;
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  /** Two threads of which one is seen in main, pay and tax, the other asleep in main. */
  private static Timeline sampled() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Bank");
    Trace.Thread a = process.thread(1, "A");
    Trace.Thread b = process.thread(2, "B");
    long t = 1_000 * MS;
    a.at(t).event(THREAD_BEGIN);
    b.at(t).event(THREAD_BEGIN);
    a.in("main", 4).event(DEFINE_STACK, 1, 0);
    a.in("pay", 12).event(DEFINE_STACK, 2, 1);
    a.in("tax", 20).event(DEFINE_STACK, 3, 1);
    for (int i = 0; i < 40; i++) {
      int running = NativeState.RUNNING.ordinal();
      a.at(t + i * MS).event(STACK_SAMPLE, running, i % 4 == 0 ? 3 : 2, MS, null);
    }
    for (int i = 0; i < 10; i++) {
      int asleep = NativeState.ASLEEP.ordinal();
      b.at(t + i * MS).event(STACK_SAMPLE, asleep, 1, MS, null);
    }
    a.at(t + 50 * MS).event(THREAD_END);
    b.at(t + 50 * MS).event(THREAD_END);
    return trace.end();
  }

  @Start
  void open(Stage stage) {
    window =
        new SketchedRuns(sampled())
            .show(stage, WindowSettings.in(home.resolve("window.properties")));
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  private void ask() throws Exception {
    Fx.run(() -> window.run(Program.Own.of(home.resolve("Bank.java"))));
    Fx.run(() -> window.execute(Command.WHERE_TIME_GOES));
  }

  /** Waits until a label has that in its text. */
  private void says(String id, String part) throws Exception {
    FxRobot robot = new FxRobot();
    try {
      Patience.waitFor(
          () -> robot.lookup(id).tryQueryAs(Label.class).filter(it -> has(it, part)).isPresent());
    } catch (TimeoutException e) {
      throw new AssertionError("no “" + part + "” but " + sight.texts("#where-time-goes"), e);
    }
  }

  private static boolean has(Label label, String part) {
    return label.getText() != null && label.getText().contains(part);
  }

  private String text(FxRobot robot, String id) throws Exception {
    return Fx.get(() -> robot.lookup(id).queryAs(Label.class).getText());
  }

  @Test
  void whatIsSelectedAndTheRangeDecideWhatItIsOf(FxRobot robot) throws Exception {
    ask();
    says("#icicle-of", "The whole run. 40 samples, about every 1 ms.");
    says("#icicle-of", "10 more are of waiting threads.");
    Fx.run(() -> window.session().select(new ThingRef.Lane(1)));
    says("#icicle-nothing", "All samples here are of threads that waited.");
    hand.click("#icicle-waiting");
    says("#icicle-of", "Thread B. 10 samples");
    says("#icicle-of", "Too few to say where time goes.");
    Fx.run(() -> window.session().select(new ThingRef.Lane(0)));
    says("#icicle-of", "Thread A. 40 samples");
    long t = 1_000 * MS;
    Fx.run(() -> window.session().range(Optional.of(new TimeRange(t + 10 * MS, t + 35 * MS))));
    says("#icicle-of", "25 samples");
    assertThat(text(robot, "#icicle-of")).startsWith("Thread A, from 10.000 ms to 35.000 ms");
    Fx.run(() -> window.session().select(new ThingRef.Process(0)));
    says("#icicle-of", "Process Bank, from");
    Fx.run(() -> window.session().select(Optional.empty()));
    says("#icicle-of", "All threads, from 10.000 ms to 35.000 ms");
  }

  @Test
  void theKeyboardGoesFromFunctionToFunctionAndTheSumIsCopied(FxRobot robot) throws Exception {
    ask();
    says("#icicle-of", "40 samples");
    Patience.waitFor(() -> robot.lookup("#icicle").tryQuery().isPresent());
    Fx.run(() -> robot.lookup("#icicle").queryAs(Node.class).requestFocus());
    hand.strokeIn("#icicle", KeyCode.DOWN);
    hand.strokeIn("#icicle", KeyCode.DOWN);
    says("#icicle-detail", "P.pay · 30 of 40 samples, 75.0 %");
    assertThat(text(robot, "#icicle-place")).isEqualTo("P.java:12");
    hand.strokeIn("#icicle", KeyCode.RIGHT);
    says("#icicle-detail", "P.tax · 10 of 40 samples, 25.0 %");
    hand.click("#icicle-copy");
    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
        .contains("75.0 %      30    P.pay  P.java:12");
    hand.click("#icicle-csv");
    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(
            """
            depth,samples,own samples,function,file,line
            0,40,0,P.main,P.java,4
            1,30,30,P.pay,P.java,12
            1,10,10,P.tax,P.java,20
            """);
    hand.click("#icicle-reversed");
    hand.writeAnew("#icicle-find", "main");
    hand.strokeIn("#icicle-find", KeyCode.ENTER);
    says("#icicle-detail", "P.main · 30 of 40 samples, 75.0 %");
  }

  @Test
  void samplingIsSwitchedOnForTheRunsToCome() throws Exception {
    ask();
    says("#icicle-of", "40 samples");
    hand.click("#icicle-sampling");
    WindowSettings kept = WindowSettings.in(home.resolve("window.properties"));
    assertThat(kept.samples()).isTrue();
    Fx.run(() -> window.execute(Command.SAMPLE));
    assertThat(WindowSettings.in(home.resolve("window.properties")).samples()).isFalse();
  }
}
