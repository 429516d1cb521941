package interleave.timeline.track;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import org.junit.jupiter.api.Test;

/** A child is not there at once: the gap before its lane says what is being done. */
class StartGapTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Thread main = trace.process(7, "Parent").thread(1, "main");

  private String drawn(long first) {
    main.at(0).event(THREAD_BEGIN);
    trace.engine(100 * MS, CHILD_START, 0, 7L << 32 | 9L, "child");
    Trace.Thread child = trace.process(9, "Child", 7).thread(1, "main");
    child.at(first).event(THREAD_BEGIN);
    child.at(990 * MS).event(THREAD_END);
    main.at(1000 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    View view = View.of(timeline, Viewport.of(0, timeline.now()), PictureAreas.of(900, 400));
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view).list().text();
  }

  @Test
  void theGapBeforeAChildsLaneIsTheStartOfItsRuntime() {
    assertThat(drawn(400 * MS)).contains("JVM starts");
  }

  @Test
  void aGapInWhichTheWordHasNoRoomIsLeftEmpty() {
    assertThat(drawn(110 * MS)).doesNotContain("JVM starts");
  }
}
