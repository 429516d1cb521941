package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Extent;
import interleave.timeline.sketch.Sketches;
import org.junit.jupiter.api.Test;

class NavigationTest {
  private final Timeline queue = Sketches.queue();

  @Test
  void oneStepsFromSpanToSpanAndStopsAtTheEnds() {
    ThingRef first = new ThingRef.Span(1, Sketches.at(320));
    ThingRef second = TrackKinds.STANDARD.step(queue, first, 0, 1);
    assertThat(second).isEqualTo(new ThingRef.Span(1, Sketches.at(500)));
    assertThat(TrackKinds.STANDARD.step(queue, second, 0, -1)).isEqualTo(first);
    assertThat(TrackKinds.STANDARD.step(queue, first, 0, -1)).isNull();
  }

  @Test
  void anArrowLeadsFromThePutOverTheMessageToTheGet() {
    ThingRef put = new ThingRef.Span(1, Sketches.at(320));
    ThingRef message = TrackKinds.STANDARD.follow(queue, put, 1);
    assertThat(message).isEqualTo(new ThingRef.Message(0, 0));
    ThingRef get = TrackKinds.STANDARD.follow(queue, message, 1);
    assertThat(get).isEqualTo(new ThingRef.Span(2, Sketches.at(560)));
    assertThat(TrackKinds.STANDARD.follow(queue, get, -1)).isEqualTo(message);
    assertThat(TrackKinds.STANDARD.follow(queue, message, -1)).isEqualTo(put);
  }

  @Test
  void withoutASelectionOneBeginsAtThePlayhead() {
    assertThat(TrackKinds.STANDARD.step(queue, null, Sketches.at(1000), 1))
        .isEqualTo(new ThingRef.Span(0, Sketches.at(300)));
  }

  @Test
  void extentsReachFromStartToEnd() {
    assertThat(Extent.of(queue, new ThingRef.Message(0, 0)))
        .isEqualTo(new Extent(Sketches.at(460), Sketches.at(560)));
    assertThat(Extent.of(Sketches.pool(), new ThingRef.Process(0)))
        .isEqualTo(new Extent(Sketches.at(0), Sketches.at(4800)));
    assertThat(Extent.of(queue, new ThingRef.Lane(99))).isNull();
    Extent lost = Extent.of(Sketches.race(), Sketches.firstLostUpdate());
    assertThat(lost.to() - lost.from()).isEqualTo(1440 - 280);
  }
}
