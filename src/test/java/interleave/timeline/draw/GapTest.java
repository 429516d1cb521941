package interleave.timeline.draw;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.layout.Frame;
import interleave.timeline.layout.Viewport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GapTest {
  @Test
  void whereEventsWereLostTheProcessSaysHowManyOnce() {
    Trace trace = new Trace();
    Trace.Thread main = trace.process(7, "Bank").thread(1, "main");
    main.at(1).event(EventKind.THREAD_BEGIN);
    SegmentInfo segment = new SegmentInfo(Path.of("x"), TracedRuntime.JAVA, 7, 0, 0, 0, false);
    trace.store.lost(segment, 1_000, 100, 800);
    trace.store.lost(segment, 1_234, 150, 900);
    main.at(1000).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    View view =
        View.of(timeline, Viewport.of(timeline.start(), timeline.now()), Frame.of(868, 640));
    Picture picture = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
    assertThat(picture.list().marks().stream())
        .filteredOn(mark -> mark instanceof Mark.Words words && words.text().contains("lost"))
        .singleElement()
        .satisfies(
            mark -> assertThat(((Mark.Words) mark).text()).isEqualTo("1\u2009234 events lost"));
  }
}
