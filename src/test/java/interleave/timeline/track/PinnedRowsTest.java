package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.RowChoice;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.sketch.Sketch;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that stay in sight while others are scrolled. */
class PinnedRowsTest {
  private static final PictureAreas FRAME = PictureAreas.of(1000, 500);
  private static final long MS = 1_000_000;
  private static final double SCROLL = 300;

  private final TimelineDrawing drawing =
      new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even());
  private final Sketch sketch = new Sketch(0, 1_000 * MS, false);

  PinnedRowsTest() {
    int process = sketch.process("Busy", 1, 0, 1_000 * MS, new ProcessTrack.Exit(0, null));
    for (int i = 0; i < 40; i++) {
      sketch.lane(process, "thread-" + i);
    }
  }

  private View view(int... pinned) {
    RowChoice choice = RowChoice.ALL;
    for (int lane : pinned) {
      choice = choice.togglePin(new ThingRef.Lane(lane));
    }
    return View.of(sketch, Viewport.of(0, 1_000 * MS).scrolled(SCROLL), FRAME)
        .withFolds(Folds.NONE.with(choice));
  }

  /** Names of threads that are drawn in the rows, from top to bottom. */
  private static List<String> names(Picture picture) {
    return picture.list().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(Mark.Text.class::cast)
        .filter(text -> text.text().startsWith("thread-"))
        .sorted(Comparator.comparingDouble(Mark.Text::y))
        .map(Mark.Text::text)
        .toList();
  }

  @Test
  void whatIsPinnedStaysWhileOthersAreScrolled() {
    Picture picture = drawing.draw(view(30, 31));
    assertThat(names(picture)).startsWith("thread-30", "thread-31").doesNotContain("thread-0");
    assertThat(names(drawing.draw(view()))).doesNotContain("thread-30");
  }

  @Test
  void whoPointsIntoTheStripMeansWhatIsPinnedThere() {
    View view = view(30, 31);
    Picture picture = drawing.draw(view);
    Row second = drawing.layOut(view).all().get(1);
    Hit hit = picture.hits().at(40, FRAME.bodyTop() + second.middle());
    assertThat(hit.thing()).isEqualTo(new ThingRef.Lane(31));
  }

  @Test
  void noArrowEndsInTheStripThatLeadsToARowBehindIt() {
    View view = view(30, 31);
    Rows rows = drawing.layOut(view);
    Space space = new Space(view, rows);
    double below = FRAME.bodyTop() + rows.pinned();
    assertThat(space.laneY(0, 0)).isEqualTo(below);
    assertThat(space.laneY(31, 0)).isLessThan(below);
  }

  @Test
  void whereTheyWouldTakeMoreThanHalfOfTheRoomTheyAreScrolledToo() {
    int[] many = new int[20];
    for (int i = 0; i < many.length; i++) {
      many[i] = 10 + i;
    }
    assertThat(names(drawing.draw(view(many)))).doesNotContain("thread-10");
  }
}
