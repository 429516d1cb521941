package interleave.timeline.track.order;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens before what is drawn where that is asked for. */
class OrderArrowsTest {
  private static final Folds ABOUT_ORDER = Folds.NONE.leading("order");

  /** One thread starts another, which reads what the first one writes meanwhile. */
  private static Timeline race() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Press");
    int data = process.object(ObjectType.VARIABLE, 0, "data");
    Trace.Thread main = process.thread(1, "main");
    Trace.Thread reader = process.thread(2, "Reader");
    main.at(0).event(THREAD_BEGIN).at(100).event(THREAD_STARTED, 0, 2);
    reader.at(200).event(THREAD_BEGIN);
    main.at(300).writes(data, 42);
    reader.at(900).reads(data, 42);
    reader.at(950).event(THREAD_END);
    main.at(1000).event(THREAD_END);
    return trace.end();
  }

  private static List<Mark> marks(Folds folds) {
    View view = View.of(race(), Viewport.of(0, 1000), PictureAreas.of(1200, 500)).withFolds(folds);
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view).list().marks();
  }

  private static List<String> words(Folds folds) {
    return marks(folds).stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  /** With the one of the legend. */
  private static long arrows(Folds folds) {
    return marks(folds).stream()
        .filter(mark -> mark instanceof Mark.Curve curve && curve.role() == Role.TEXT)
        .count();
  }

  @Test
  void whereALessonIsAboutOrderArrowsAndRacesAreThere() {
    assertThat(arrows(ABOUT_ORDER)).isEqualTo(2);
    assertThat(words(ABOUT_ORDER))
        .contains("nothing orders these two", "Happens before", "Ordered by nothing");
    assertThat(ABOUT_ORDER.leading()).isEqualTo("variable");
  }

  @Test
  void elsewhereTheyAreThereWhenTheyAreSwitchedOnAndGoneWhenOff() {
    assertThat(arrows(Folds.NONE)).isZero();
    assertThat(words(Folds.NONE)).doesNotContain("nothing orders these two");
    assertThat(arrows(Folds.NONE.toggleOrder())).isEqualTo(2);
    assertThat(arrows(ABOUT_ORDER.toggleOrder())).isZero();
    assertThat(ABOUT_ORDER.toggleOrder().leading("order").showsOrder()).isFalse();
    assertThat(ABOUT_ORDER.toggleOrder().leading("lock").showsOrder()).isFalse();
    assertThat(Folds.NONE.toggleOrder().leading("lock").showsOrder()).isTrue();
    assertThat(ABOUT_ORDER.leading("lock").showsOrder()).as("of the next lesson").isFalse();
  }
}
