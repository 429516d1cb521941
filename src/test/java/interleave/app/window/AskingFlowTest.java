package interleave.app.window;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.view.Hand;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A run is asked about, as a person asks: by tables, ranges, waits and marks. */
@ExtendWith(ApplicationExtension.class)
class AskingFlowTest {
  private static final int PATIENCE_S = 20;
  private static final long MS = 1_000_000;

  @TempDir Path home;

  private Window window;
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  /**
   * A starts B and C; B and C want the lock of A one after the other, C waits longer.
   *
   * <pre>
   *   A  ======[hold 10..40]====|join............|==
   *   B       |wait 20..40|hold 40..60|end
   *   C       |wait 25..........60|hold 60..90|end
   * </pre>
   */
  static Timeline threeAtALock() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Three");
    Trace.Thread a = process.thread(1, "A");
    Trace.Thread b = process.thread(2, "B");
    Trace.Thread c = process.thread(3, "C");
    int lock = process.object(ObjectType.LOCK, 1, "till");
    int queue = process.object(ObjectType.QUEUE, 2, "orders");
    a.at(0).event(THREAD_BEGIN);
    a.in("main", 4).at(10 * MS).event(LOCK_ACQUIRED, lock);
    b.at(15 * MS).event(THREAD_BEGIN);
    c.at(16 * MS).event(THREAD_BEGIN);
    b.in("buy", 27).at(20 * MS).event(LOCK_REQUEST, lock);
    c.in("buy", 27).at(25 * MS).event(LOCK_REQUEST, lock);
    a.in("main", 6).at(40 * MS).event(LOCK_RELEASED, lock);
    b.in("buy", 27).at(40 * MS).event(LOCK_ACQUIRED, lock, 20 * MS);
    b.in("buy", 29).at(50 * MS).event(PUT, 0, queue, 1, "tea");
    b.in("buy", 31).at(60 * MS).event(LOCK_RELEASED, lock);
    c.in("buy", 27).at(60 * MS).event(LOCK_ACQUIRED, lock, 35 * MS);
    b.at(62 * MS).event(THREAD_END);
    c.in("buy", 31).at(90 * MS).event(LOCK_RELEASED, lock);
    c.at(92 * MS).event(THREAD_END);
    a.in("main", 9).at(95 * MS).event(GET, 0, queue, 1, "tea");
    a.at(100 * MS).event(THREAD_END);
    return trace.end();
  }

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    WindowSettings settings = WindowSettings.in(home.resolve("window.properties"));
    settings.put("width", 1440);
    settings.put("height", 900);
    stage.setX(0);
    stage.setY(0);
    Theme.LIGHT.install();
    window = new Window(stage, settings, new Made());
    window.show();
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  @Test
  void figuresAreSortedFilteredFollowedAndCopied(FxRobot robot) throws Exception {
    run();
    Fx.run(() -> window.execute(Command.STATISTICS));
    hand.click("#statistics", "Waits by line");
    sight.await("#statistics", "P.java:27");
    hand.doubleClick("#sheet", "P.java:27");
    sight.await("#statistics", "Waits at P.java:27");
    assertThat(column(robot, 0)).containsExactly("C", "B");
    assertThat(column(robot, 2)).containsExactly("35 ms", "20 ms");
    Fx.run(() -> sort(robot.lookup("#sheet").queryTableView(), 2));
    waitFor("the other order", () -> column(robot, 0).equals(List.of("B", "C")));
    hand.writeAnew("#sheet-filter", "35");
    waitFor("what has a 35", () -> column(robot, 0).equals(List.of("C")));
    hand.click("#sheet-copy");
    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("thread,from [ns],waited [ns],for\r\nC,25000000,35000000,waits for till\r\n");
    hand.click("#sheet", "C");
    await(
        "the wait",
        f ->
            f.selection().orElse(null) instanceof ThingRef.Span(int lane, long at)
                && lane == 2
                && at == 25 * MS);
  }

  private void run() throws Exception {
    Fx.run(() -> window.run(Program.Own.of(home.resolve("Three.java"))));
    await("the run", Frame::hasRun);
  }

  private static <R> void sort(TableView<R> table, int column) {
    table.getSortOrder().setAll(List.of(table.getColumns().get(column)));
  }

  private static List<String> column(FxRobot robot, int at) throws Exception {
    return Fx.get(
        () -> {
          TableView<?> table = robot.lookup("#sheet").queryTableView();
          return table.getItems().stream()
              .map(row -> ((interleave.timeline.statistics.Sheet.Row) row).cells().get(at).text())
              .toList();
        });
  }

  private void await(String what, Predicate<Frame> wanted) throws Exception {
    waitFor(what, () -> wanted.test(Fx.get(() -> window.session().frame(System.nanoTime()))));
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("waited too long for " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Whatever is run has been that. */
  private static final class Made implements RunSource {
    @Override
    public RecordedRun run(Program program) {
      return new Finished(threeAtALock());
    }

    @Override
    public RecordedRun open(Path file, Progress progress) throws IOException {
      throw new IOException("No file is opened here.");
    }
  }

  /** A run that is over. */
  record Finished(Timeline timeline) implements RecordedRun {
    @Override
    public boolean running() {
      return false;
    }

    @Override
    public String ending() {
      return "exit 0";
    }

    @Override
    public void stop() {}

    @Override
    public void input(String line) {}

    @Override
    public void endInput() {}

    @Override
    public void save(Path file, Progress progress) {}

    @Override
    public void close() {}
  }
}
