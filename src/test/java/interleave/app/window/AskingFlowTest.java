package interleave.app.window;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.program.Program;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import interleave.timeline.statistics.Sheet;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import interleave.view.timeline.TimelineView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
    long t = 1_000 * MS;
    a.at(t).event(THREAD_BEGIN);
    a.in("main", 4).at(t + 10 * MS).event(LOCK_ACQUIRED, lock);
    b.at(t + 15 * MS).event(THREAD_BEGIN);
    c.at(t + 16 * MS).event(THREAD_BEGIN);
    b.in("buy", 27).at(t + 20 * MS).event(LOCK_REQUEST, lock);
    c.in("buy", 27).at(t + 25 * MS).event(LOCK_REQUEST, lock);
    a.in("main", 6).at(t + 40 * MS).event(LOCK_RELEASED, lock);
    b.in("buy", 27).at(t + 40 * MS).event(LOCK_ACQUIRED, lock, 20 * MS);
    a.in("main", 8).at(t + 45 * MS).event(JOIN_BEGIN, 0, 3);
    b.in("buy", 29).at(t + 50 * MS).event(PUT, 0, queue, 1, "tea");
    b.in("buy", 31).at(t + 60 * MS).event(LOCK_RELEASED, lock);
    c.in("buy", 27).at(t + 60 * MS).event(LOCK_ACQUIRED, lock, 35 * MS);
    b.at(t + 62 * MS).event(THREAD_END);
    c.in("buy", 31).at(t + 90 * MS).event(LOCK_RELEASED, lock);
    c.at(t + 92 * MS).event(THREAD_END);
    a.in("main", 8).at(t + 93 * MS).event(JOIN_END, 0, 3);
    a.in("main", 9).at(t + 95 * MS).event(GET, 0, queue, 1, "tea");
    a.at(t + 100 * MS).event(THREAD_END);
    return trace.end();
  }

  @Start
  void open(Stage stage) {
    window =
        new SketchedRuns(threeAtALock())
            .show(stage, WindowSettings.in(home.resolve("window.properties")));
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
                && at == f.timeline().start() + 25 * MS);
  }

  @Test
  void aRangeIsDraggedOnTheRulerToldOfAndLeftWithEscape(FxRobot robot) throws Exception {
    run();
    Fx.run(() -> window.execute(Command.STATISTICS));
    TimelineView timeline = window.workbench().timelines().timeline();
    waitFor("a picture", () -> timeline.shownUntil() != Timeline.OPEN);
    drag(robot, timeline, 20, 70, PictureAreas.OVERVIEW + 20);
    await("the range", f -> f.range().filter(it -> near(f, it, 20, 70)).isPresent());
    waitFor("its words", () -> sight.texts("#range").getFirst().startsWith("Range: "));
    hand.click("#statistics", "Locks");
    // Of 80 ms in which somebody has it 50 lie within.
    waitFor("its figures", () -> held(robot) > 48.0 * MS && held(robot) < 52.0 * MS);
    drag(robot, timeline, 70, 50, PictureAreas.OVERVIEW + 20);
    await("the other edge", f -> f.range().filter(it -> near(f, it, 20, 50)).isPresent());
    hand.click("#range-zoom");
    await("the window", f -> f.range().filter(it -> f.window().from() == it.from()).isPresent());
    hand.stroke(KeyCode.ESCAPE);
    await("no range", f -> f.range().isEmpty());
    waitFor("the figures of the run", () -> held(robot) == 80.0 * MS);
  }

  @Test
  void aRangeIsDraggedAcrossTheLanesWithShift() throws Exception {
    run();
    TimelineView timeline = window.workbench().timelines().timeline();
    waitFor("a picture", () -> timeline.shownUntil() != Timeline.OPEN);
    Fx.frames(30);
    long start = Fx.get(() -> timeline.getTimeline().start());
    Node surface = Fx.get(() -> timeline.getChildrenUnmodifiable().getLast());
    double y = PictureAreas.OVERVIEW + 120;
    hand.shiftDrag(
        surface,
        new Point2D(x(timeline, start + 30 * MS), y),
        new Point2D(x(timeline, start + 80 * MS), y));
    await("the range", f -> f.range().filter(it -> near(f, it, 30, 80)).isPresent());
    Fx.run(() -> window.execute(Command.STATISTICS));
    hand.click("#range-clear");
    await("no range", f -> f.range().isEmpty());
  }

  @Test
  void aFilterThatNoRowPassesSaysSo(FxRobot robot) throws Exception {
    run();
    Fx.run(() -> window.execute(Command.STATISTICS));
    hand.click("#statistics", "Locks");
    hand.writeAnew("#sheet-filter", "no such lock");
    sight.await("#sheet", "No row has that text.");
    hand.writeAnew("#sheet-filter", "till");
    waitFor("the lock", () -> column(robot, 0).equals(List.of("till")));
  }

  @Test
  void fromAWaitOneGoesToWhoEndedItAndTheCriticalPathIsTold(FxRobot robot) throws Exception {
    run();
    long start = Fx.get(() -> window.session().frame(0).timeline().start());
    Fx.run(() -> window.session().select(new ThingRef.Span(2, start + 25 * MS)));
    hand.click("#facts", "B let go of lock till");
    await("where it did", f -> f.playhead() == start + 60 * MS);
    await(
        "by whom",
        f -> f.selection().orElse(null) instanceof ThingRef.Span(int l, long _) && l == 1);
    Fx.run(() -> window.session().select(new ThingRef.Span(2, start + 25 * MS)));
    Fx.run(() -> window.session().seek(start + 30 * MS));
    hand.click("#chain", "C waits for A");
    Fx.run(() -> window.execute(Command.CRITICAL_PATH));
    waitFor("the path", () -> column(robot, 0).equals(List.of("A", "B", "C", "A")));
    assertThat(column(robot, 2)).containsExactly("40 ms", "20 ms", "32 ms", "8 ms");
    assertThat(sight.texts("#sheet-note").getFirst())
        .isEqualTo(
            "The critical path took 100 ms and goes through 3 threads: A 48 ms, C 32 ms, B 20 ms.");
    Fx.run(() -> window.session().select(new ThingRef.Span(2, start + 25 * MS)));
    Fx.run(() -> window.execute(Command.WAITS_HERE));
    sight.await("#statistics", "Waits at P.java:27");
    Fx.run(() -> window.execute(Command.CRITICAL_PATH));
    await("no path", f -> f.path().isEmpty());
  }

  @Test
  void marksHaveNotesAndTheTimeBetweenTwoIsMeasuredAndAskedAbout(FxRobot robot) throws Exception {
    run();
    long start = Fx.get(() -> window.session().frame(0).timeline().start());
    Fx.run(() -> window.session().seek(start + 20 * MS));
    Fx.frames(3);
    Fx.run(() -> window.execute(Command.MARK_NOTE));
    hand.write("#note-field", "B waits");
    hand.stroke(KeyCode.ENTER);
    await("a mark", f -> f.annotations().marks().size() == 1);
    Fx.run(() -> window.session().seek(start + 60 * MS));
    Fx.frames(3);
    hand.stroke(KeyCode.M);
    await("two marks", f -> f.annotations().marks().size() == 2);
    assertThat(Fx.get(() -> window.session().frame(0).annotations().marks()))
        .containsExactly(
            new TimeMark(start + 20 * MS, "B waits"), new TimeMark(start + 60 * MS, ""));
    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    await("the range", f -> f.range().filter(it -> near(f, it, 20, 60)).isPresent());
  }

  private static boolean near(Frame frame, TimeRange range, long from, long to) {
    long start = frame.timeline().start();
    return Math.abs(range.from() - start - from * MS) < MS
        && Math.abs(range.to() - start - to * MS) < MS;
  }

  private static double held(FxRobot robot) throws Exception {
    return Fx.get(
        () ->
            ((Sheet.Row) robot.lookup("#sheet").queryTableView().getItems().getFirst())
                .cells()
                .get(5)
                .number());
  }

  /** From one millisecond of the run to another, at that height of the timeline. */
  private void drag(FxRobot robot, TimelineView timeline, long from, long to, double y)
      throws Exception {
    Fx.frames(30);
    long start = Fx.get(() -> timeline.getTimeline().start());
    Point2D one = Fx.get(() -> timeline.localToScreen(x(timeline, start + from * MS), y));
    Point2D other = Fx.get(() -> timeline.localToScreen(x(timeline, start + to * MS), y));
    robot.moveTo(one).press(MouseButton.PRIMARY);
    robot.moveTo(one.midpoint(other)).moveTo(other).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static double x(TimelineView timeline, long time) {
    return timeline.xOf(time);
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
              .map(row -> ((Sheet.Row) row).cells().get(at).text())
              .toList();
        });
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
}
