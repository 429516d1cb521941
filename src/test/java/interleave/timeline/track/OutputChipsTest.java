package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputChipsTest {
  private static final PictureAreas FRAME = PictureAreas.of(868, 640);
  private static final long SECOND = 1_000_000_000;

  private final Sketch sketch = Sketches.queue();
  private final View view =
      View.of(sketch, Viewport.of(sketch.start(), sketch.start() + 10 * SECOND), FRAME);

  private List<Mark> marks() {
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view).list().marks();
  }

  private double x(long time) {
    return new Space(view, interleave.timeline.layout.Rows.of(sketch, view.folds(), List.of()))
        .x(time);
  }

  @Test
  void theMarkOfALineStaysAtItsTimeAndItsTextGoesWhereThereIsRoom() {
    long early = sketch.start() + 8 * SECOND;
    long late = sketch.start() + 9_900_000_000L;
    sketch.print(1, -1, early, "short");
    sketch.print(1, -1, late, "Child process end, all threads ended");
    List<Mark> marks = marks();
    assertThat(marks)
        .anyMatch(mark -> isMarkAt(mark, x(early)))
        .anyMatch(mark -> isMarkAt(mark, x(late)));
    Mark.Text text =
        marks.stream()
            .filter(mark -> mark instanceof Mark.Text it && it.text().startsWith("Child process"))
            .map(Mark.Text.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(text.text()).endsWith("threads ended");
    assertThat(text.x()).isLessThan(x(late) - 100);
  }

  @Test
  void aLineThatHasRoomNowhereIsShortenedWhereThereIsMore() {
    long late = sketch.start() + 9_990_000_000L;
    sketch.print(1, -1, late, "x".repeat(400));
    assertThat(marks()).anyMatch(mark -> isMarkAt(mark, x(late)));
  }

  private static boolean isMarkAt(Mark mark, double x) {
    return mark instanceof Mark.Fill fill
        && fill.role() == Role.thread(1)
        && fill.w() == 2
        && fill.h() == 16
        && Math.abs(fill.x() - x) < 0.01;
  }
}
