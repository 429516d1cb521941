package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.TimeScale;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.picture.WholeRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a run of which somebody says who goes on, steps are columns. */
class StepColumnsTest {
  private static final PictureAreas FRAME = PictureAreas.of(1000, 500);
  private static final long STEP = 1_000_000;

  private final TimelineDrawing drawing =
      new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even());

  private static Timeline accesses(boolean countsSteps) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Bank");
    int balance = process.object(ObjectType.VARIABLE, 0, "balance");
    Trace.Thread main = process.thread(1, "main").at(0).writes(balance, 0);
    if (countsSteps) {
      main.at(STEP).event(EventKind.CHOICE, 0, 1);
    }
    main.at(STEP + 2).reads(balance, 0).at(4 * STEP + 2).writes(balance, 5);
    return trace.end();
  }

  private List<Mark.Text> chips(Timeline timeline, Viewport port) {
    return drawing.draw(View.of(timeline, port, FRAME)).list().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(Mark.Text.class::cast)
        .filter(text -> text.text().startsWith("read ") || text.text().startsWith("write "))
        .toList();
  }

  @Test
  void anAccessStandsInTheColumnOfItsStep() {
    Timeline timeline = accesses(true);
    Viewport port = Viewport.of(0, 6 * STEP);
    TimeScale scale = FRAME.scale(port);
    List<Mark.Text> chips = chips(timeline, port);
    assertThat(chips).extracting(Mark.Text::text).containsExactly("write 0", "read 0", "write 5");
    for (int i = 0; i < 3; i++) {
      int step = new int[] {0, 1, 4}[i];
      assertThat(chips.get(i).x()).isBetween(scale.x(step * STEP), scale.x((step + 1) * STEP));
    }
  }

  @Test
  void whereColumnsAreTooNarrowForWordsThereAreNone() {
    assertThat(chips(accesses(true), Viewport.of(0, 60 * STEP))).isEmpty();
  }

  @Test
  void anAccessAtTheVeryBeginningIsNotCut() {
    Timeline timeline = accesses(false);
    Viewport port = Viewport.of(0, 6 * STEP);
    Mark.Text first = chips(timeline, port).getFirst();
    double width = TextMetrics.even().width(first.face(), first.text());
    assertThat(first.x() - width / 2).isGreaterThan(FRAME.scale(port).x(0));
  }

  @Test
  void aRunThatHasJustBegunShowsFewSteps() {
    Viewport steps = WholeRun.window(live(true), AxisBreak.NONE);
    Viewport time = WholeRun.window(live(false), AxisBreak.NONE);
    assertThat(steps.length()).isBetween(5.0 * STEP, 15.0 * STEP);
    assertThat(time.length()).isGreaterThan(40.0 * STEP);
  }

  private static Timeline live(boolean countsSteps) {
    Trace trace = new Trace();
    Trace.Thread main = trace.process(1, "Bank").thread(1, "main").at(1);
    if (countsSteps) {
      main.event(EventKind.CHOICE, 0, 1);
    }
    trace.store.advance(2 * STEP);
    return trace.store.snapshot();
  }
}
