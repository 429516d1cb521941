package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Await;
import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.timeline.Timeline;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Looking once at a recording that is still written. */
class GlanceTest {
  private static final int EACH = LiveTimeline.MOST_AT_ONCE;

  private static Recording recorded() throws Exception {
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    for (int i = 0; i < EACH; i++) {
      recorder.log().event(EventKind.LOCK_ACQUIRED, 0, 1, 0, 0);
      recorder.log().event(EventKind.LOCK_RELEASED, 0, 1, 0, 0);
    }
    return recording;
  }

  @Test
  void aGlanceSeesWhatIsWrittenByNow() throws Exception {
    Recording recording = recorded();
    try {
      // What is newest may still be told of by others, and is left for the next look.
      Await.until("all is seen", () -> acquires(recording) == EACH);
    } finally {
      recording.delete();
    }
  }

  private static long acquires(Recording recording) {
    try (Glance glance = Glance.at(recording)) {
      Timeline seen = glance.timeline().orElseThrow();
      assertThat(glance.isDone()).isTrue();
      assertThat(seen.live()).isTrue();
      return seen.locks().isEmpty() ? 0 : seen.locks().getFirst().acquires();
    }
  }

  @Test
  void aGlanceThatNobodyWantsAnyMoreReadsNoFurther() throws Exception {
    Recording recording = recorded();
    try {
      AtomicInteger asked = new AtomicInteger();
      assertThat(Glance.read(recording, () -> asked.incrementAndGet() > 1)).isNull();
      assertThat(asked).hasValue(2);
      AtomicInteger whole = new AtomicInteger();
      assertThat(Glance.read(recording, () -> whole.incrementAndGet() < 0)).isNotNull();
      assertThat(whole).hasValueGreaterThan(2);
    } finally {
      recording.delete();
    }
  }
}
