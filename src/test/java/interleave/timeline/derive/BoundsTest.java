package interleave.timeline.derive;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.timeline.Timeline;
import interleave.timeline.derive.column.Bounds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final SegmentInfo SEGMENT =
      new SegmentInfo(Path.of("7-1-0.seg"), TracedRuntime.JAVA, 7, 1, 0, 1, false);

  private final TimelineStore store = new TimelineStore(new Bounds(0));

  @Test
  void ofMoreThreadsThanThereIsMemoryForTheRestIsLeftOutAndSaid() {
    store.segment(SEGMENT);
    for (int i = 1; i <= 5000; i++) {
      event(EventKind.SLEEP_BEGIN, i, 0, i, null);
      event(EventKind.SLEEP_END, i, 0, i, null);
    }
    Timeline timeline = end();
    assertThat(timeline.lanes()).hasSize(1000);
    assertThat(timeline.counters().events()).isEqualTo(10_000);
    assertThat(timeline.problems())
        .containsExactly("It tells of more than 1,000 threads: what the rest did is left out.");
    assertThat(timeline.notes()).containsAll(timeline.problems());
  }

  @Test
  void ofMoreObjectsToo() {
    for (int i = 1; i <= 5000; i++) {
      event(EventKind.DEFINE_OBJECT, 0, i, i, null);
      event(EventKind.LOCK_ACQUIRED, 1, i, i, null);
    }
    assertThat(end().problems())
        .containsExactly(
            "It tells of more than 1,000 objects: what was done with the rest is left out.");
  }

  @Test
  void ofMoreProcessesToo() {
    for (int i = 1; i <= 5000; i++) {
      event(EventKind.CHILD_START, 1, 0, i + 1L, null);
    }
    Timeline timeline = end();
    assertThat(timeline.processes()).hasSize(1000);
    assertThat(timeline.problems()).singleElement().asString().contains("1,000 processes");
  }

  @Test
  void ofLongerNamesToo() {
    for (int i = 1; i <= 50; i++) {
      event(EventKind.TRACER_NOTE, 1, 0, 0, "x".repeat(100));
    }
    assertThat(end().problems()).singleElement().asString().contains("more than 1,000 bytes");
  }

  @Test
  void linesAreNotBoundedSinceTheyDoNotLieOnTheHeap() {
    for (int i = 1; i <= 50; i++) {
      event(EventKind.OUTPUT, 1, 0, 0, "x".repeat(100));
    }
    Timeline timeline = end();
    assertThat(timeline.problems()).isEmpty();
    assertThat(timeline.output().line(49).text()).hasSize(100);
  }

  @Test
  void aSecondReadingHasTheSameBounds() {
    for (int i = 1; i <= 5000; i++) {
      event(EventKind.SLEEP_BEGIN, i, i, i, null);
    }
    TimelineStore again = store.again();
    again.finish();
    assertThat(again.snapshot().lanes()).hasSize(1000);
  }

  @Test
  void whatAProcessLostIsToldAlsoWhereNoEventOfItCame() {
    store.segment(SEGMENT);
    store.lost(SEGMENT, 5, 100, 200);
    store.lost(SEGMENT, 8, 100, 300);
    SegmentInfo engine =
        new SegmentInfo(Path.of("1-1-0.seg"), TracedRuntime.ENGINE, 1, 0, 0, 1, false);
    store.lost(engine, 2, 400, 400);
    Timeline timeline = end();
    assertThat(timeline.gaps().stream().mapToLong(Timeline.Gap::events))
        .containsExactly(5L, 3L, 2L);
    assertThat(timeline.start()).isEqualTo(100);
    assertThat(timeline.now()).isEqualTo(300);
  }

  private void event(EventKind kind, int thread, int object, long value, String text) {
    int flags = kind == EventKind.DEFINE_OBJECT ? ObjectType.LOCK.code() : 0;
    store.event(SEGMENT, kind, flags, thread, object, 0, value, 1000 + value, text);
  }

  private Timeline end() {
    store.finish();
    return store.snapshot();
  }
}
